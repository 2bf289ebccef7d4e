/** The list of kept reviews: what each is called, what came of it then, and what can be done with it. */

import { button } from "../shared/button.js";
import { word } from "../shared/words.js";
import { writtenDay } from "../shared/written-day.js";
import { LONGEST_NAME, latestFirst } from "./review.js";

/**
 * @typedef {import("./review.js").Review} Review
 * @typedef {"open" | "rename" | "duplicate" | "delete"} Act
 */

const ACTS = /** @type {const} */ (["open", "rename", "duplicate", "delete"]);
/** So many fit beside the form; a longer list is searched. */
const SHOWN = 8;

export class ReviewList {
  /** @type {Review[]} */
  #reviews = [];
  #isWhole = false;

  /**
   * @param {HTMLElement} place with a field to find a name, the list, and a button that shows all of it
   * @param {AbortSignal} signal
   * @param {{act: (act: Act, review: Review) => void, rename: (review: Review, name: string) => void}} around
   */
  constructor(place, signal, { act, rename }) {
    const found = (/** @type {string} */ name) => /** @type {HTMLElement} */ (place.querySelector(`[data-part=${name}]`));
    this.place = place;
    this.act = act;
    this.rename = rename;
    this.list = found("reviews");
    this.find = found("find");
    this.sought = /** @type {HTMLInputElement} */ (this.find.querySelector("input"));
    this.all = found("all");
    this.sought.addEventListener("input", () => this.#draw(), { signal });
    this.all.addEventListener("click", () => this.#showAll(), { signal });
  }

  /** @param {Review[]} reviews */
  show(reviews) {
    this.#reviews = latestFirst(reviews);
    this.#draw();
  }

  /** @param {string} id @param {Act} [act] goes to a button of a review, where that is shown */
  focus(id, act = "open") {
    /** @type {HTMLElement | null | undefined} */ (this.#row(id)?.querySelector(`[data-act=${act}]`))?.focus();
  }

  /** @param {string} id @returns {string | null} the review that stands under it, or else above it */
  beside(id) {
    const row = this.#row(id);
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    return next instanceof HTMLElement ? (next.dataset.review ?? null) : null;
  }

  /** @param {string} id @returns {HTMLElement | null} */
  #row(id) {
    return this.list.querySelector(`[data-review="${CSS.escape(id)}"]`);
  }

  #showAll() {
    const first = this.list.childElementCount;
    this.#isWhole = true;
    this.#draw();
    /** @type {HTMLElement | null} */ (this.list.children[first]?.querySelector("button"))?.focus();
  }

  #draw() {
    const sought = this.sought.value.trim().toLowerCase();
    const found = this.#reviews.filter(({ name }) => name.toLowerCase().includes(sought));
    const shown = this.#isWhole ? found : found.slice(0, SHOWN);
    const focused = focusedPlace(this.list);
    // A name that is being typed stays as it is.
    const typing = this.list.querySelector("form")?.closest("li");
    const isTyped = (/** @type {Review} */ { id }) => typing instanceof HTMLElement && typing.dataset.review === id;
    const rows = shown.map((review) => (isTyped(review) && typing ? typing : this.#made(review)));
    if (typing && rows.includes(typing)) replaceAround(this.list, rows, typing);
    else this.list.replaceChildren(...rows);
    if (focused) this.focus(focused.id, focused.act);
    this.find.hidden = this.#reviews.length <= SHOWN;
    this.all.hidden = shown.length === found.length;
    this.all.textContent = word("reviews.show_all", { count: found.length });
  }

  /** @param {Review} review @returns {HTMLElement} */
  #made(review) {
    const row = document.createElement("li");
    row.dataset.review = review.id;
    const name = document.createElement("strong");
    name.textContent = review.name;
    const then = document.createElement("span");
    then.className = "reviews-then";
    const answer = review.answer[document.documentElement.lang] ?? "";
    const day = writtenDay(new Date(review.kept));
    then.textContent = answer ? word("reviews.answer_then", { day, answer }) : word("reviews.no_answer_then", { day });
    const acts = document.createElement("span");
    acts.className = "reviews-acts";
    acts.append(...ACTS.map((act) => this.#button(act, review, row)));
    row.append(name, then, acts);
    return row;
  }

  /** @param {Act} act @param {Review} review @param {HTMLElement} row */
  #button(act, review, row) {
    const texts = {
      open: word("reviews.open"),
      rename: word("reviews.rename"),
      duplicate: word("reviews.duplicate"),
      delete: word("reviews.delete"),
    };
    const made = button(texts[act], () => (act === "rename" ? this.#ask(review, row) : this.act(act, review)), {
      kind: "small",
    });
    made.dataset.act = act;
    made.setAttribute("aria-label", word("reviews.act_on", { act: texts[act], name: review.name }));
    return made;
  }

  /** Asks for another name, in the place of the row. @param {Review} review @param {HTMLElement} row */
  #ask(review, row) {
    const form = document.createElement("form");
    form.className = "reviews-rename";
    const input = document.createElement("input");
    input.type = "text";
    input.value = review.name;
    input.maxLength = LONGEST_NAME;
    input.autocomplete = "off";
    input.setAttribute("aria-label", word("reviews.new_name", { name: review.name }));
    const leave = () => {
      form.remove();
      this.#draw();
      this.focus(review.id, "rename");
    };
    const keep = button(word("reviews.save_name"), () => {}, { kind: "small", type: "submit" });
    form.append(input, keep, button(word("reviews.cancel"), leave, { kind: "small" }));
    form.addEventListener("keydown", (event) => event.key === "Escape" && leave());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = input.value.trim();
      leave();
      if (name && name !== review.name) this.rename(review, name);
    });
    row.replaceChildren(form);
    input.select();
  }
}

/** @param {HTMLElement} list @returns {{id: string, act: Act} | null} the button in it that has the focus */
function focusedPlace(list) {
  const at = document.activeElement;
  const row = at instanceof HTMLElement && list.contains(at) ? at.closest("li") : null;
  const act = at instanceof HTMLElement ? at.dataset.act : undefined;
  return row && act ? { id: row.dataset.review ?? "", act: /** @type {Act} */ (act) } : null;
}

/** Replaces all rows but one, which keeps its focus. @param {HTMLElement} list @param {Element[]} rows @param {Element} stays */
function replaceAround(list, rows, stays) {
  for (const row of Array.from(list.children)) if (row !== stays) row.remove();
  stays.before(...rows.slice(0, rows.indexOf(stays)));
  stays.after(...rows.slice(rows.indexOf(stays) + 1));
}

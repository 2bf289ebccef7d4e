/** What a link would hold, before it is made: every figure, and what stays out of it unless the reader puts it in. */

import { button } from "../shared/button.js";
import { word } from "../shared/words.js";

export class LinkPreview {
  /**
   * @param {HTMLElement} place
   * @param {import("./form-fields.js").FormFields} fields
   * @param {import("./figures.js").Figures} figures
   * @param {(written: import("./figures.js").Written) => void} share
   */
  constructor(place, fields, figures, share) {
    this.place = place;
    this.fields = fields;
    this.figures = figures;
    this.share = share;
    // What is shown is what a link would hold: other figures ask for another look.
    for (const kind of ["input", "written"]) fields.form.addEventListener(kind, () => this.close());
  }

  /** @param {boolean} hasList whether a list counts, which never goes into a link */
  open(hasList) {
    const title = made("h3", word("calculator.preview_title"));
    title.tabIndex = -1;
    const choices = this.figures.privateNames.map((name) => this.#choice(name));
    this.list = document.createElement("dl");
    this.list.className = "link-figures";
    const actions = document.createElement("div");
    actions.className = "calculator-actions";
    actions.append(
      button(word("calculator.preview_copy"), () => this.#copy(), { kind: "loud" }),
      button(word("calculator.preview_close"), () => this.close(), { kind: "quiet" }),
    );
    this.place.replaceChildren(title, made("p", word("calculator.preview_lead")), ...(hasList ? [made("p", word("lists.not_in_link"))] : []), ...choices, this.list, actions);
    this.place.hidden = false;
    this.#fill();
    title.focus();
  }

  close() {
    this.place.hidden = true;
    this.place.replaceChildren();
  }

  /** @param {string} name @returns {HTMLElement} the tick that puts a private field in */
  #choice(name) {
    const label = document.createElement("label");
    label.className = "choice";
    const tick = document.createElement("input");
    tick.type = "checkbox";
    tick.value = name;
    tick.addEventListener("change", () => this.#fill());
    label.append(tick, made("span", word("calculator.preview_include", { field: this.fields.label(name) })));
    return label;
  }

  get #shared() {
    const ticked = /** @type {NodeListOf<HTMLInputElement>} */ (this.place.querySelectorAll("input:checked"));
    return this.figures.sharing([...ticked].map(({ value }) => value));
  }

  #fill() {
    const isFilled = (/** @type {[string, import("./figures.js").FieldText]} */ [, text]) => [text].flat(2).join("").trim() !== "";
    const rows = Object.entries(this.#shared.values).filter(isFilled).map(([name, text]) => {
      const row = document.createElement("div");
      const said = typeof text === "string" ? this.fields.shown(name, text) : text.map((cells) => cells.join(" · ")).join("; ");
      row.append(made("dt", this.fields.label(name)), made("dd", said));
      return row;
    });
    this.list?.replaceChildren(...rows);
  }

  #copy() {
    const written = this.#shared;
    this.close();
    this.share(written);
  }
}

/** @param {string} kind @param {string} text @returns {HTMLElement} */
function made(kind, text) {
  const element = document.createElement(kind);
  element.textContent = text;
  return element;
}

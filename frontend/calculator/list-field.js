/**
 * A list that a reader opens in a calculator: dropped, chosen or pasted, looked at, corrected, and then counted with.
 *
 * It stays in the tab, also over instant navigation; nothing of it is kept, but for the figures of a row that the reader
 * opens elsewhere. What Python cannot count with never takes the place of a list that counts.
 */

import { python } from "../python/python-client.js";
import { button } from "../shared/button.js";
import { word } from "../shared/words.js";
import { DemoList } from "./demo-list.js";
import { faultSentence } from "./fault-sentence.js";
import { keptFile } from "./list-file.js";
import { listenToIntake } from "./list-intake.js";
import { corrected, forgetButton, forgetLayout, rememberLayout, rememberedLayout } from "./list-layouts.js";
import { isLost, openList, setOpenList } from "./list-memory.js";
import { ListProgress, fileWords } from "./list-progress.js";

/**
 * @typedef {import("./list-file.js").ListFile} ListFile
 * @typedef {import("./list-layouts.js").Layout} Layout
 * @typedef {{file: ListFile, layout: Layout, key: string, shape: string, html: string, rows: number, covered: string[],
 *   counts: boolean}} OpenList a list as Python read it; `shape` is what its layout is remembered by
 * @typedef {object} Surroundings
 * @property {string} calculator
 * @property {string} lang
 * @property {() => void} changed called when another list counts, or none
 */

export class ListField {
  /** @type {OpenList | null} what is looked at and does not count yet */
  #draft = null;
  /** @type {OpenList | null} what counted before the list that counts now */
  #before = null;
  /** Counts what the reader does with lists, so that nothing earlier speaks or counts after it. */
  #turn = 0;
  /** Whether the list that counts has had no answer yet. */
  #isNew = false;
  /** @type {string | null} what the build says of the demo list */
  #demoWords = null;

  /** @param {HTMLElement} place @param {Surroundings} surroundings */
  constructor(place, surroundings) {
    this.place = place;
    this.name = place.dataset.listField ?? "";
    this.surroundings = surroundings;
    this.key = `${surroundings.calculator}:${this.name}`;
    this.demo = place.dataset.demo ? new DemoList(JSON.parse(place.dataset.demo)) : null;
    this.progress = new ListProgress(this.part("progress"), fileWords, () => python.cancel(this));
  }

  /** @param {string} name @returns {HTMLElement} */
  part(name) {
    return /** @type {HTMLElement} */ (this.place.querySelector(`[data-part="${name}"]`));
  }

  /** @returns {OpenList | null} the list that counts; null for the example */
  get open() {
    return openList(this.key);
  }

  /** Takes over what the build wrote. @param {AbortSignal} signal */
  enable(signal) {
    for (const control of this.place.querySelectorAll("button, textarea")) {
      control.removeAttribute("disabled");
      control.removeAttribute("readonly");
    }
    this.place.addEventListener("click", ({ target }) => this.#used(target), { signal });
    this.place.addEventListener("change", ({ target }) => this.#used(target), { signal });
    const read = (/** @type {Blob} */ content, /** @type {string} */ name) => this.read(content, name);
    listenToIntake(this.place, { signal, read, demo: () => this.#readDemo() });
    if (this.open) this.#show(this.open);
    else if (isLost(this.key)) this.#say(word("lists.gone"));
  }

  /** Nothing is to be read any more. */
  leave() {
    this.#begin();
  }

  /**
   * @returns {{value: object, parts: string[]} | null} what a question names in the place of the field; null where the
   *   example is typed in the form
   */
  get asked() {
    const list = this.open;
    if (list) return { value: { file: list.file.id, layout: list.layout, rows: list.rows }, parts: list.file.parts };
    return this.demo?.asked ?? null;
  }

  /** @returns {boolean} whether the list of the example is not here yet */
  get isMissing() {
    return this.demo !== null && !this.open && !this.demo.isHere;
  }

  /** @returns {string[]} the fields of the form that the list has a column for */
  get covered() {
    return this.open?.covered ?? this.demo?.demo.covered ?? [];
  }

  /** Fetches the list of the example, where figures are tried on it. @returns {Promise<boolean>} whether it is there */
  async fetched() {
    return !this.isMissing || (await this.demo?.fetched()) === true;
  }

  /** The answer to the list that counts is there. */
  settled() {
    if (this.#before && this.#before.file.id !== this.open?.file.id) python.dropFile(this.#before.file.id);
    this.#before = null;
    this.#isNew = false;
  }

  /** The reader stopped the answer: the list that counted before counts again, where another one took its place. */
  stopped() {
    if (!this.#isNew) return;
    this.#isNew = false;
    const now = this.open;
    setOpenList(this.key, this.#before);
    if (now && now.file.id !== this.#before?.file.id) python.dropFile(now.file.id);
    this.#before = null;
    this.#show(this.open);
    this.#say(word("lists.stopped"));
  }

  /** @param {Blob} content @param {string} name */
  async read(content, name) {
    this.#begin();
    const turn = this.#turn;
    const parts = { file: name };
    this.#say(python.state === "ready" ? word("lists.reading", parts) : word("lists.waits", parts));
    const file = await keptFile(content, name);
    const found = turn === this.#turn ? await this.#inspected(file, {}) : null;
    if (!found) return python.dropFile(file.id);
    const remembered = rememberedLayout(this.#shape(found.key), found.layout);
    const again = remembered ? await this.#inspected(file, { layout: remembered }, true) : null;
    // Undefined is not refused: the reader wants another list by now, or none.
    if (again === undefined) return python.dropFile(file.id);
    const list = again || found;
    this.#consider({ ...list, file, shape: this.#shape(found.key) }, again ? word("lists.remembered") : "");
  }

  /** The reader does something else: what was asked before is wanted no more. */
  #begin() {
    this.#turn += 1;
    python.withdraw(this);
    this.progress.hide();
  }

  /** @param {string} key @returns {string} */
  #shape(key) {
    return `${this.key}:${key}`;
  }

  /**
   * Asks how a file is read, and says why it cannot be.
   *
   * @param {ListFile} file
   * @param {{layout?: Layout, sheet?: string}} wanted
   * @param {boolean} [isTried] whether a refusal is not to be said
   * @returns {Promise<any>} null where it is refused; undefined where the reader stopped it or did something else
   */
  async #inspected(file, wanted, isTried = false) {
    const turn = this.#turn;
    const { calculator, lang } = this.surroundings;
    const inspect = { field: this.name, file: file.id, ...wanted };
    const progress = (/** @type {import("./list-progress.js").Stage} */ stage) => this.progress.show(stage);
    const outcome = await python.ask(this, { calculator, lang, inspect, parts: file.parts }, { progress });
    if (turn !== this.#turn) return undefined;
    this.progress.hide();
    if (outcome.kind === "superseded") {
      this.#say(word("lists.stopped"));
      return undefined;
    }
    const found = outcome.kind === "answered" ? JSON.parse(outcome.response) : { fault: faultSentence(outcome.fault) };
    if (!found.fault) return found;
    if (!isTried) this.#sayOf("lists.refused", file, { fault: found.fault });
    return null;
  }

  /** @param {OpenList} list as it was read @param {string} remark on a way of reading that is kept, which can be forgotten */
  #consider(list, remark) {
    if (list.counts) {
      this.#draft = null;
      this.#before ??= this.open;
      this.#isNew = true;
      setOpenList(this.key, list);
      this.#say([word("lists.read", { file: list.file.name }), remark].join(" ").trim(), remark !== "");
    } else {
      this.#draft = list;
      this.#sayOf("lists.not_yet", list.file);
    }
    this.#show(list);
    if (list.counts) this.surroundings.changed();
  }

  /** @param {"lists.refused" | "lists.not_yet"} key @param {ListFile} file @param {Record<string, string>} [parts] */
  #sayOf(key, file, parts = {}) {
    const kept = this.open?.file;
    const said = { ...parts, file: file.name, kept: kept?.name ?? "" };
    if (key === "lists.refused") this.#say(kept ? word("lists.refused_kept", said) : word("lists.refused", said));
    else this.#say(kept ? word("lists.not_yet_kept", said) : word("lists.not_yet", said));
  }

  /** @param {OpenList | null} list what is to be looked at */
  #show(list) {
    const focused = this.place.contains(document.activeElement) ? document.activeElement?.id : "";
    const folds = [...this.part("found").querySelectorAll("details")];
    this.part("found").innerHTML = list?.html ?? "";
    for (const fold of folds) document.getElementById(fold.id)?.toggleAttribute("open", fold.open);
    if (focused) document.getElementById(focused)?.focus();
    this.place.toggleAttribute("data-open", list !== null);
    const state = this.part("state");
    const told = /** @type {HTMLElement} */ (state.firstElementChild);
    this.#demoWords ??= told.textContent ?? "";
    told.textContent = this.open ? word("lists.open", { file: this.open.file.name }) : this.#demoWords;
    state.hidden = told.textContent === "";
    this.#showActions(list);
  }

  /** @param {OpenList | null} list */
  #showActions(list) {
    const actions = [];
    if (this.#draft && this.open) {
      const { open } = this;
      actions.push(button(word("lists.back_to", { file: open.file.name }), () => this.#giveUp()));
    }
    if (list) actions.push(button(word("lists.close"), () => this.close()));
    this.part("actions").replaceChildren(...actions);
  }

  /** What does not count is left for the list that does. */
  #giveUp() {
    if (this.#draft && this.#draft.file.id !== this.open?.file.id) python.dropFile(this.#draft.file.id);
    this.#draft = null;
    this.#show(this.open);
    this.#say("");
  }

  /** The example counts again. */
  close() {
    this.#begin();
    for (const list of [this.#draft, this.#before, this.open]) if (list) python.dropFile(list.file.id);
    this.#draft = this.#before = null;
    this.#isNew = false;
    const wasCounted = this.open !== null;
    setOpenList(this.key, null);
    this.#show(null);
    this.#say(word("lists.closed"));
    if (wasCounted) this.surroundings.changed();
    /** @type {HTMLElement | null} */ (this.place.querySelector("[data-list=choose]"))?.focus();
  }

  async #readDemo() {
    this.#begin();
    const turn = this.#turn;
    const content = await this.demo?.content();
    if (turn !== this.#turn) return;
    if (content) this.read(content, this.demo?.demo.name ?? "");
    else this.#say(word("lists.no_demo"));
  }

  /** @param {EventTarget | null} control a button that was pressed, or a select that was changed, or something else */
  #used(control) {
    const isButton = control instanceof HTMLButtonElement;
    if (!isButton && !(control instanceof HTMLSelectElement)) return;
    if (control.dataset.list === "forget") this.#forget();
    else if (control.dataset.list && isButton === (control.dataset.value !== undefined)) this.#correct(control);
  }

  /** @param {HTMLSelectElement | HTMLButtonElement} control with which the reader corrects how the file is read */
  async #correct(control) {
    const list = this.#draft ?? this.open;
    if (!list) return;
    const isSheet = control.dataset.list === "sheet";
    const layout = corrected(list.layout, control);
    this.#begin();
    const turn = this.#turn;
    const found = await this.#inspected(list.file, isSheet ? { sheet: layout.sheet } : { layout });
    if (turn !== this.#turn) return;
    if (!found) return this.#show(list);
    const shape = isSheet ? this.#shape(found.key) : list.shape;
    const isKept = !isSheet && found.counts && rememberLayout(shape, layout);
    this.#consider({ ...found, file: list.file, shape }, isKept ? word("lists.kept") : "");
  }

  #forget() {
    const list = this.#draft ?? this.open;
    if (list) forgetLayout(list.shape);
    this.#say(word("lists.forgotten"));
  }

  /** @param {string} text @param {boolean} [canForget] whether it is of a way of reading that is kept */
  #say(text, canForget = false) {
    const said = this.part("said");
    said.textContent = text;
    if (canForget) said.append(" ", forgetButton());
  }
}

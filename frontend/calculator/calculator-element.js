/** <sales-calculator>: makes the form and worked example that the build wrote live. It shows text and computes nothing. */

import { python } from "../python/python-client.js";
import { leaveToBuild, lookCloser, offerBuilt } from "./builder-offer.js";
import { filledBy, partsOf } from "./calculator-parts.js";
import { Origin } from "./origin.js";
import { showPython, startWhenSeen } from "./python-view.js";
import { actOnTable, pasteIntoTable } from "./table-editing.js";
import { dropFile } from "./table-file.js";
import { listenToAids } from "./typing-aids.js";

/**
 * @typedef {ReturnType<typeof partsOf>} Parts
 * @typedef {import("./figures.js").FieldText} FieldText
 * @typedef {import("./figures.js").Written} Written
 */

class SalesCalculator extends HTMLElement {
  #calculator = "";
  #lang = "nl";
  /** @type {Parts | undefined} made once, also where the element is moved */
  #made;
  /** @type {Origin | undefined} */
  origin;
  /** @type {Set<string>} */
  #touched = new Set();
  #listening = new AbortController();
  #isReplacing = false;
  /** @type {import("./form-fields.js").FieldError[]} */
  #errors = [];

  connectedCallback() {
    this.#calculator = this.dataset.calculator ?? "";
    this.#lang = this.dataset.lang ?? "nl";
    const isNew = this.#made === undefined;
    this.#made ??= partsOf(this, this.#calculator, this.#lang, {
      changed: () => this.#update(this.dataset.shown === "example"),
      stop: () => this.#stop(),
    });
    this.origin ??= new Origin(filledBy(this, this.#parts, () => this.#replaced()));
    this.#listen();
    if (isNew) {
      this.#parts.fields.enable();
      this.origin.open();
      if (this.#parts.lists.isOpen) this.#changed(true);
    } else if (!this.#parts.view.isSettled) this.#changed(false);
    this.offerBuilt();
    this.#showPython();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#parts.leave();
    this.#withdraw();
  }

  /** Nothing that was asked counts any more. */
  #withdraw() {
    python.withdraw(this);
    this.#parts.lists.progress.hide();
    for (const field of this.#parts.fields.fields.values()) dropFile(field);
  }

  get #parts() {
    return /** @type {Parts} */ (this.#made);
  }

  #listen() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { fields, form } = this.#parts;
    form.addEventListener("beforeinput", (event) => this.#aboutToType(event), { signal });
    form.addEventListener("input", (event) => this.#typed(event), { signal });
    form.addEventListener("written", (event) => this.#written(event), { signal });
    form.addEventListener("change", (event) => this.#left(event), { signal });
    form.addEventListener("paste", (event) => this.#pasted(event), { signal });
    form.addEventListener("submit", (event) => this.#submitted(event), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("focusin", () => python.startOnce(), { signal, once: true });
    python.addEventListener("change", () => this.#showPython(), { signal });
    addEventListener("hashchange", () => this.origin?.follow(), { signal });
    this.#parts.lists.listen(signal);
    startWhenSeen(this, signal);
    listenToAids(form, fields, { calculator: this.#calculator, lang: this.#lang, signal });
  }

  /** Offers to take what is here to the calculator that asked for it, where there is one. */
  offerBuilt() {
    offerBuilt(this.#parts.view.part("build-up"), this.#asker);
  }

  /** @returns {import("./builder-offer.js").Asker} */
  get #asker() {
    const { figures } = this.#parts;
    return { calculator: this.#calculator, lang: this.#lang, figures, ask: () => this.#ask() };
  }

  /** All figures were replaced together. */
  #replaced() {
    const { fields, figures, kept, share } = this.#parts;
    this.#withdraw();
    fields.show(figures);
    share.show();
    for (const name of kept.shape.keys()) this.#touched.add(name);
    this.#update(true);
  }

  /** Asks about what stands there, but for the example. @param {boolean} isWhole whether all of it was replaced */
  #update(isWhole) {
    if (this.#isExample) this.#showExample();
    else this.#changed(isWhole);
  }

  /** Whether the figures and the list are those that the build answered. */
  get #isExample() {
    return this.#parts.figures.isExample && !this.#parts.lists.isOpen;
  }

  /** @param {InputEvent} event */
  #aboutToType({ target: control }) {
    const isText = control instanceof HTMLInputElement && control.type === "text";
    this.#isReplacing = isText && control.selectionStart === 0 && control.selectionEnd === control.value.length;
  }

  /** @param {Event} event */
  #typed(event) {
    const name = this.#parts.fields.nameAt(event.target);
    if (!name || /** @type {HTMLInputElement} */ (event.target).readOnly) return;
    // A text that is replaced as a whole leaves nothing of its language behind.
    if (this.#isReplacing && typeof this.#parts.figures.text(name) === "string") this.#parts.figures.edit(name, "");
    this.#isReplacing = false;
    this.#edit(name, this.#parts.fields.text(name));
  }

  /** Something wrote in a field for the reader. @param {Event} event */
  #written({ target }) {
    const { fields, figures } = this.#parts;
    const name = fields.nameAt(target);
    const text = fields.text(name);
    if (typeof text === "string") figures.write(name, text);
    this.#touched.add(name);
    this.#edit(name, text);
  }

  /** @param {string} name @param {FieldText} text what a reader made of a field */
  #edit(name, text) {
    const { fields, figures, kept, view } = this.#parts;
    dropFile(fields.field(name));
    figures.edit(name, text);
    fields.show(figures);
    fields.leaveOut(view.part("errors"), name);
    this.origin?.leave();
    kept.keep(figures.toKeep());
    this.#changed(false);
  }

  /** @param {Event} event */
  #left(event) {
    this.#touched.add(this.#parts.fields.nameAt(event.target));
    this.#showErrors();
  }

  /** @param {ClipboardEvent} event */
  #pasted(event) {
    const name = this.#parts.fields.nameAt(event.target);
    if (name && this.#parts.fields.field(name).dataset.kind === "table") pasteIntoTable(event, this.#table(name));
  }

  /** @param {string} name @returns {import("./table-editing.js").Table} for more than typing: its faults can be told */
  #table(name) {
    this.#touched.add(name);
    const field = this.#parts.fields.field(name);
    return { field, calculator: this.#calculator, lang: this.#lang, edit: (rows) => this.#edit(name, rows) };
  }

  /** @param {Event} event */
  async #submitted(event) {
    event.preventDefault();
    const { form, kept, view } = this.#parts;
    for (const name of kept.shape.keys()) this.#touched.add(name);
    const page = await this.#ask();
    if (!page || !form.contains(document.activeElement)) return;
    const errors = view.part("errors");
    errors.hidden = !page.errors;
    (page.errors ? errors : view.part("head")).focus();
  }

  /** Other figures stand in the form. @param {boolean} isWhole whether all were replaced together */
  #changed(isWhole) {
    const { view, weights } = this.#parts;
    weights.wait();
    // What is asked now waits for the reader's Retry.
    if (python.cause) view.unavailable(python.cause, true);
    else view.changed({ isLive: python.state === "ready", isWhole });
    return this.#ask();
  }

  /** @returns {Promise<any>} the response, once it is shown; null where a later question came or Python failed */
  async #ask() {
    const { lists, view } = this.#parts;
    if (lists.isMissing && !(await lists.fetched())) return view.notComputed("download");
    const question = lists.current;
    const outcome = await lists.ask(this, { ...question, views: lists.tables.views });
    if (outcome.kind !== "answered") {
      // Where there is no Python any more, that is what was said.
      if (outcome.kind === "rejected" && !python.cause) view.notComputed(outcome.fault);
      if (outcome.kind === "rejected") this.#parts.weights.clear();
      return null;
    }
    const { page } = JSON.parse(outcome.response);
    this.#show(page, question);
    if (!page.errors) lists.settled(question);
    return page;
  }

  /** The reader wants no answer any more: a list that has none yet goes, and what stood there before stands again. */
  #stop() {
    python.cancel(this);
    const isAnswered = this.#parts.lists.stopped();
    if (this.#isExample) this.#showExample();
    else this.#parts.view.stopped(isAnswered);
  }

  #showExample() {
    this.#parts.view.reset();
    this.#parts.lists.settled(null);
  }

  /** @param {any} page @param {Written} asked */
  #show(page, asked) {
    const { fields, figures, kept, view } = this.#parts;
    if (Object.keys(page.texts ?? {}).length) {
      figures.retype(page.texts, asked);
      fields.show(figures);
      kept.keepAgain(figures.toKeep());
    }
    this.#errors = page.errors ?? [];
    this.#showErrors();
    fields.showRemarks(page, figures);
    const errors = view.part("errors");
    errors.hidden ||= !page.errors;
    fields.showSummary(errors, page.summary ?? "", this.#errors);
    if (page.errors) view.refused();
    else view.answered(page, this.#isExample);
    this.#parts.weights.follow();
  }

  /** Says what is wrong, but for a field that the reader is still typing in for the first time. */
  #showErrors() {
    const { fields } = this.#parts;
    const isTypedIn = (/** @type {string} */ name) => fields.field(name).contains(document.activeElement);
    fields.showErrors(this.#errors, (name) => this.#touched.has(name) || !isTypedIn(name));
  }

  #showPython() {
    const { view } = this.#parts;
    this.dataset.python = python.state;
    showPython(view.part("python"), () => this.#retry());
    if (python.state === "failed" && python.cause) view.unavailable(python.cause);
    if (python.state === "loading") view.fetching(python.wasSilent);
  }

  #retry() {
    python.start();
    if (!this.#parts.view.isSettled) this.#changed(false);
  }

  /** @param {Event} event */
  #clicked(event) {
    const control = /** @type {Element} */ (event.target).closest("[data-action]");
    if (!(control instanceof HTMLElement)) return;
    const action = control.dataset.action ?? "";
    const name = this.#parts.fields.nameAt(control);
    const { fields, figures } = this.#parts;
    if (action === "reset") this.#reset();
    else if (action === "build-up") leaveToBuild(event, this.#calculator, fields.field(name), figures.whole());
    else if (action === "look-closer") lookCloser(event, control, this.#asker);
    else if (name) actOnTable(action, control, this.#table(name));
  }

  #reset() {
    const { fields, figures, kept, share, view } = this.#parts;
    const own = figures.isExample ? null : figures.whole();
    this.#withdraw();
    this.#touched.clear();
    kept.forget();
    figures.reset();
    fields.show(figures);
    share.show();
    this.#errors = [];
    this.#showErrors();
    fields.showRemarks({}, figures);
    view.part("errors").hidden = true;
    this.#update(false);
    this.#parts.weights.follow();
    this.origin?.reset(own);
  }
}

customElements.define("sales-calculator", SalesCalculator);

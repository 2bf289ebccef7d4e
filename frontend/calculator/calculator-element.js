/** <sales-calculator>: makes the form and worked example that the build wrote live. It shows text and computes nothing. */

import { CalculatorFields } from "./calculator-fields.js";
import { forget, fragment, keep, kept, linked } from "./calculator-state.js";
import { python } from "./python-client.js";

const ANNOUNCE_AFTER = 700; // milliseconds without typing, so that a screen reader is not flooded

class SalesCalculator extends HTMLElement {
  #calculator = "";
  #lang = "nl";
  /** @type {Record<string, string>} */
  #words = {};
  /** @type {CalculatorFields | undefined} */
  #fields;
  /** @type {Set<string>} */
  #touched = new Set();
  #question = 0;
  #announcement = 0;
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#calculator = this.dataset.calculator ?? "";
    this.#lang = this.dataset.lang ?? "nl";
    this.#words = JSON.parse(this.dataset.words ?? "{}");
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.#fields = new CalculatorFields(form);
    this.#fields.enable();
    this.#fields.markWritten();
    form.addEventListener("input", () => this.#typed(), { signal });
    form.addEventListener("change", (event) => this.#left(event), { signal });
    form.addEventListener("submit", (event) => this.#submitted(event), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("focusin", () => python.start(), { signal, once: true });
    python.addEventListener("change", () => this.#showPython(), { signal });
    addEventListener("hashchange", () => this.#restoreLink(), { signal });
    addEventListener("beforeprint", () => this.#openSteps(), { signal });
    if (!this.#restoreLink()) this.#restoreKept();
    if (python.state === "loading" || python.state === "failed") this.#showPython();
    this.#startWhenSeen(signal);
  }

  disconnectedCallback() {
    this.#listening?.abort();
    clearTimeout(this.#announcement);
  }

  /** @param {AbortSignal} signal */
  #startWhenSeen(signal) {
    if (/** @type {any} */ (navigator).connection?.saveData) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      (globalThis.requestIdleCallback ?? setTimeout)(() => python.start());
    });
    observer.observe(this);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }

  get #form() {
    return /** @type {CalculatorFields} */ (this.#fields);
  }

  #restoreLink() {
    const found = linked(location.hash, this.#calculator, this.#lang, this.#form.shape());
    if (found === null) return false;
    if (found === "broken") this.#ignore();
    else this.#restore(found, true);
    return true;
  }

  #restoreKept() {
    const found = kept(this.#calculator, this.#form.shape());
    if (found === "broken") this.#ignore();
    else if (found) this.#restore(found, false);
  }

  /**
   * @param {import("./calculator-state.js").Typed} typed
   * @param {boolean} isLink
   */
  async #restore(typed, isLink) {
    this.#form.fill(this.#form.example);
    this.#form.fill(typed.values);
    this.#notice(this.#words.restored);
    if (isLink) this.scrollIntoView({ block: "start" });
    const response = await this.#ask(typed.lang);
    if (isLink && response?.errors) {
      this.#ignore();
      await this.#ask(this.#lang);
    } else if (response) {
      for (const name of Object.keys(typed.values)) this.#touched.add(name);
      this.#show(response);
      keep(this.#calculator, { lang: this.#lang, values: this.#form.texts() });
    }
  }

  #ignore() {
    forget(this.#calculator);
    this.#form.fill(this.#form.example);
    this.#form.markWritten();
    this.#notice(this.#words.ignored);
  }

  /**
   * Says what happened before the reader did anything; it stays until they do.
   *
   * @param {string} text
   */
  #notice(text) {
    const notice = this.#part("notice");
    notice.textContent = text;
    notice.hidden = text === "";
  }

  #typed() {
    this.#notice("");
    this.#form.showUsed();
    this.#leaveLink();
    keep(this.#calculator, { lang: this.#lang, values: this.#form.texts() });
    this.#ask(this.#lang);
  }

  /** A link that was opened no longer holds once a person types: a reload must show what was typed. */
  #leaveLink() {
    if (linked(location.hash, this.#calculator, this.#lang, this.#form.shape()) === null) return;
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  /** @param {Event} event */
  #left(event) {
    const field = /** @type {HTMLElement} */ (event.target).closest("[data-field]");
    this.#touched.add(/** @type {HTMLElement} */ (field)?.dataset.field ?? "");
    this.#ask(this.#lang);
  }

  /** @param {Event} event */
  async #submitted(event) {
    event.preventDefault();
    for (const name of this.#form.fields.keys()) this.#touched.add(name);
    const response = await this.#ask(this.#lang);
    if (!response) return;
    const errors = this.#part("errors");
    errors.hidden = !response.errors;
    errors.innerHTML = response.summary ?? "";
    (response.errors ? errors : this.#part("headline")).focus();
  }

  /**
   * Asks Python about what stands in the form, and shows the response unless a later question was asked.
   *
   * @param {string} writtenIn language in which the fields are filled
   * @returns {Promise<any>} the response, or undefined where a later question took its place
   */
  async #ask(writtenIn) {
    this.#question += 1;
    const question = this.#question;
    if (python.state !== "ready") this.#part("headline").setAttribute("aria-busy", "true");
    const values = this.#form.texts();
    const response = await python.ask({ calculator: this.#calculator, lang: this.#lang, written_in: writtenIn, values });
    if (question !== this.#question || !this.isConnected) return undefined;
    if (response.texts) {
      this.#form.fill(response.texts);
      this.#form.markWritten();
    }
    this.#show(response);
    return response;
  }

  /** @param {any} response */
  #show(response) {
    this.#part("headline").removeAttribute("aria-busy");
    this.classList.toggle("is-stale", Boolean(response.errors));
    this.#form.showErrors(response.errors ?? [], (name) => this.#touched.has(name));
    this.#form.showNotes(response.notes);
    if (response.errors) {
      this.#announce(this.#words.stale);
      return;
    }
    const errors = this.#part("errors");
    errors.hidden = true;
    errors.replaceChildren();
    const details = this.#part("details");
    const open = [...details.querySelectorAll("details[open]")].map((folded) => folded.id);
    this.#part("headline").innerHTML = response.headline;
    details.innerHTML = response.details;
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    this.#announce(response.status);
  }

  /** @param {string} text */
  #announce(text) {
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => this.#say(text), ANNOUNCE_AFTER);
  }

  /** @param {string} text */
  #say(text) {
    clearTimeout(this.#announcement);
    this.#part("status").textContent = text;
  }

  /** Shows how far Python is, with Retry where it failed. */
  #showPython() {
    const area = /** @type {HTMLElement} */ (this.querySelector(".calculator-status"));
    for (const extra of area.querySelectorAll("progress, button")) extra.remove();
    this.dataset.state = python.state;
    if (python.state === "loading") {
      const progress = document.createElement("progress");
      progress.max = python.total || 1;
      progress.value = python.loaded;
      progress.setAttribute("aria-label", this.#words.starting);
      area.append(progress);
      const isFetching = python.total > 0 && python.loaded < python.total;
      this.#say(isFetching ? this.#bytes(this.#words.loading) : this.#words.starting);
    } else if (python.state === "failed") {
      this.#say(this.#words.failed);
      const retry = document.createElement("button");
      retry.type = "button";
      retry.className = "button";
      retry.dataset.action = "retry";
      retry.textContent = this.#words.retry;
      area.append(retry);
    } else if (python.state === "ready") {
      this.#say(this.#words.ready);
    }
  }

  /** @param {string} template */
  #bytes(template) {
    const unit = new Intl.NumberFormat(this.#lang, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });
    return template.replace("{loaded}", unit.format(python.loaded / 1e6)).replace("{total}", unit.format(python.total / 1e6));
  }

  /** @param {Event} event */
  #clicked(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-action]");
    if (!(button instanceof HTMLElement)) return;
    const field = /** @type {HTMLElement | null} */ (button.closest("[data-field]"));
    const action = button.dataset.action;
    if (action === "reset") this.#reset();
    else if (action === "retry") python.start();
    else if (action === "print") print();
    else if (action === "copy-link") this.#copyLink();
    else if (field && (action === "add-row" || action === "remove-row")) {
      const rows = [...field.querySelectorAll("tbody tr")];
      const row = button.closest("tr");
      this.#form.changeRows(field, row ? rows.indexOf(row) : null);
      this.#typed();
    }
  }

  async #reset() {
    this.#notice("");
    this.#touched.clear();
    this.#leaveLink();
    forget(this.#calculator);
    this.#form.fill(this.#form.example);
    this.#form.markWritten();
    if (await this.#ask(this.#lang)) this.#say(this.#words.reset);
  }

  async #copyLink() {
    const typed = { lang: this.#lang, values: this.#form.texts() };
    const address = new URL(location.href);
    address.hash = fragment(this.#calculator, typed);
    history.replaceState(history.state, "", address);
    try {
      await navigator.clipboard.writeText(address.href);
      this.#say(this.#words.copied);
    } catch {
      this.#say(this.#words.notCopied);
    }
  }

  #openSteps() {
    const steps = this.querySelector(".answer-steps");
    if (!steps || steps.hasAttribute("open")) return;
    steps.setAttribute("open", "");
    addEventListener("afterprint", () => steps.removeAttribute("open"), { once: true });
  }
}

customElements.define("sales-calculator", SalesCalculator);

/** The fields of a calculator's form: filled from the figures, with what is to be said beside them. */

import { button } from "../shared/button.js";
import { word } from "../shared/words.js";
import { hasCalendar } from "./calendar.js";
import { Stepper } from "./stepper.js";
import { builtRows, columnsIn, fillRows, isTooLarge, rowsIn } from "./table-field.js";
import { write } from "./written-text.js";

/**
 * @typedef {import("./figures.js").FieldText} FieldText
 * @typedef {import("./figures.js").Figures} Figures
 * @typedef {{field: string, message: string, target: string}} FieldError
 * @typedef {{field: string, message: string, other?: string, button?: string, row?: number, column?: number}} Note
 * @typedef {{field: string, typed: string, remark: string | null, button: string}} Offer
 */

/** What holds a figure; whatever else stands in a field types in it. */
const TYPED = "input:is([type=text], [type=radio]), textarea";
const MOST_NOTES = 50; // of a table, as many as of its faults

export class FormFields {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    const fields = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-field]"));
    this.fields = new Map([...fields].map((field) => [field.dataset.field ?? "", field]));
    const stepped = [...this.fields].filter(([, field]) => field.querySelector("input[type=range]"));
    this.steppers = new Map(stepped.map(([name, field]) => [name, new Stepper(field)]));
  }

  /** Lets a person type. */
  enable() {
    for (const control of this.form.querySelectorAll("input, textarea, button")) {
      control.removeAttribute("readonly");
      control.removeAttribute("disabled");
    }
    this.form.toggleAttribute("data-without-calendar", !hasCalendar);
  }

  /** Nothing is to be written any more. */
  leave() {
    for (const stepper of this.steppers.values()) stepper.stop();
  }

  /** @returns {import("./figures.js").Shape} */
  shape() {
    return new Map(
      [...this.fields].map(([name, field]) => {
        const [choice, code] = (field.dataset.onlyWhen ?? "").split("=");
        const kind = field.dataset.kind ?? "";
        const choices = kind === "choice" ? inputs(field).map((option) => option.value) : [];
        const isPrivate = field.dataset.private !== undefined;
        return [name, { kind, choices, columns: columnsIn(field), onlyWhen: choice ? [choice, code] : null, isPrivate }];
      }),
    );
  }

  /** @returns {Record<string, FieldText>} what the build wrote in the fields */
  example() {
    return Object.fromEntries([...this.fields].map(([name, field]) => [name, builtText(field)]));
  }

  /** @param {string} name @returns {FieldText} what stands in a field */
  text(name) {
    const field = this.field(name);
    if (field.dataset.kind === "table") return rowsIn(field);
    const controls = inputs(field);
    return (controls.find((control) => control.checked) ?? controls[0]).value;
  }

  /** @param {EventTarget | null} target @returns {string} name of the field that it stands in */
  nameAt(target) {
    const field = target instanceof Element ? target.closest("[data-field]") : null;
    return field instanceof HTMLElement ? (field.dataset.field ?? "") : "";
  }

  /** @param {string} name @returns {HTMLElement} */
  field(name) {
    return /** @type {HTMLElement} */ (this.fields.get(name));
  }

  /** @param {string} name @returns {string} what the field is called on the page; the name itself where there is none */
  label(name) {
    const label = this.fields.get(name)?.querySelector("label, legend");
    return label?.firstChild?.textContent ?? name;
  }

  /** @param {string} name @param {string} text @returns {string} what stands in the field, a choice by its label */
  shown(name, text) {
    const options = this.field(name).dataset.kind === "choice" ? inputs(this.field(name)) : [];
    return options.find((option) => option.value === text)?.closest("label")?.textContent?.trim() ?? text;
  }

  /** Lets the form hold the figures, and say which are written in another language. @param {Figures} figures */
  show(figures) {
    for (const [name, field] of this.fields) {
      const text = figures.text(name);
      const isForeign = figures.isForeign(name);
      field.hidden = !figures.counts(name);
      if (typeof text !== "string") fillRows(field, text, isForeign);
      else if (field.dataset.kind === "choice") for (const option of inputs(field)) option.checked = option.value === text;
      else {
        if (inputs(field)[0].value !== text) inputs(field)[0].value = text;
        this.steppers.get(name)?.show(text, isForeign);
      }
      const place = part(field, "field-language");
      place.hidden = !isForeign;
      place.textContent = isForeign ? notation(text) : "";
    }
  }

  /**
   * Says what Python has to say beside the fields.
   *
   * @param {{notes?: Note[], offers?: Offer[], tried?: Record<string, import("./stepper.js").Tried>}} page
   * @param {Figures} figures
   */
  showRemarks({ notes = [], offers = [], tried = {} }, figures) {
    this.#showNotes(notes, figures);
    this.#showOffers(offers, figures);
    this.#showSteps(tried);
  }

  /** Says what is one step away. @param {Record<string, import("./stepper.js").Tried>} tried */
  #showSteps(tried) {
    for (const [name, stepper] of this.steppers) if (tried[name]) stepper.learn(tried[name]);
  }

  /** Offers what a field may take over. @param {Offer[]} offers @param {Figures} figures */
  #showOffers(offers, figures) {
    for (const offer of this.form.querySelectorAll(".field-offer")) offer.remove();
    for (const { field: name, typed, remark, button: text } of offers) {
      const control = figures.text(name) === typed ? null : this.fields.get(name)?.querySelector(".field-control");
      const input = control && /** @type {HTMLInputElement | null} */ (control.querySelector("input[type=text], textarea"));
      if (!input) continue;
      const place = document.createElement("p");
      place.className = "field-offer";
      place.append(remark ?? "", " ", button(text, () => write(input, typed), { kind: "small" }));
      control.append(place);
    }
  }

  /**
   * @param {FieldError[]} errors
   * @param {(name: string) => boolean} isShown whether a fault of that field is to be said already
   */
  showErrors(errors, isShown) {
    for (const control of this.form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    for (const [name, field] of this.fields) {
      const own = errors.filter((error) => error.field === name && isShown(name));
      const place = part(field, "field-error");
      place.textContent = own.map((error) => error.message).join(" ");
      place.hidden = own.length === 0;
      if (own.length) field.closest("details")?.setAttribute("open", "");
      for (const error of own) document.getElementById(error.target)?.setAttribute("aria-invalid", "true");
    }
  }

  /**
   * Shows all errors together. The link of a cell that is not laid out leads to the first one of its table.
   *
   * @param {HTMLElement} summary
   * @param {string} html with a link for each error
   * @param {FieldError[]} errors
   */
  showSummary(summary, html, errors) {
    summary.innerHTML = html;
    for (const { field, target } of errors) {
      const first = document.getElementById(target) ? null : this.fields.get(field)?.querySelector("input");
      if (first) summary.querySelector(`[href="#${CSS.escape(target)}"]`)?.setAttribute("href", `#${first.id}`);
    }
  }

  /** What is being mended is no longer listed. @param {HTMLElement} summary @param {string} name of the field */
  leaveOut(summary, name) {
    for (const entry of summary.querySelectorAll(`[data-field="${CSS.escape(name)}"]`)) entry.remove();
    summary.hidden ||= summary.querySelector("li") === null;
  }

  /** Says how texts were read, but asks about none that we wrote. @param {Note[]} notes @param {Figures} figures */
  #showNotes(notes, figures) {
    for (const [name, field] of this.fields) {
      const own = notes
        .filter((note) => note.field === name)
        .filter((note) => !note.other || !figures.isOurs(name, note.row, note.column));
      const parts = own.slice(0, MOST_NOTES).flatMap((note) => noteParts(field, note));
      if (own.length > MOST_NOTES) parts.push(word("calculator.more_notes", { more: own.length - MOST_NOTES }));
      const place = part(field, "field-note");
      place.replaceChildren(...parts);
      place.hidden = parts.length === 0;
    }
  }
}

/** @param {Element} field or a row of it @returns {HTMLInputElement[]} what holds its figures */
export function inputs(field) {
  return /** @type {HTMLInputElement[]} */ ([...field.querySelectorAll(TYPED)]);
}

/** @param {HTMLElement} field @param {string} name @returns {HTMLElement} */
function part(field, name) {
  return /** @type {HTMLElement} */ (field.querySelector(`:scope > .${name}`));
}

/** @param {HTMLElement} field @returns {FieldText} what the build wrote in the field */
function builtText(field) {
  if (field.dataset.kind === "table") return builtRows(field);
  const controls = inputs(field);
  return (controls.find((control) => control.defaultChecked) ?? controls[0]).defaultValue;
}

/** @param {FieldText} text @returns {string} what is said of a text in another language */
function notation(text) {
  const isEdited = typeof text !== "string" && !isTooLarge(text);
  return isEdited ? word("calculator.other_notation_table") : word("calculator.other_notation");
}

/**
 * @param {HTMLElement} field
 * @param {Note} note
 * @returns {(string | HTMLElement)[]} the note, with the other reading where the cell can be changed here
 */
function noteParts(field, { message, other, button: text, row, column }) {
  const place = field.dataset.kind === "table" ? field.querySelectorAll("tbody tr")[row ?? 0] : field;
  const control = place && inputs(place)[column ?? 0];
  if (!other || !control || control.readOnly) return [`${message} `];
  const choose = () => {
    control.value = other;
    control.focus();
    control.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return [`${message} `, button(text ?? other, choose, { kind: "small", name: "field-other" })];
}

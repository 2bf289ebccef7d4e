/** The fields of a calculator's form: reading and filling them, and saying beside them what is wrong. */

/** @typedef {import("./calculator-state.js").Texts} Texts */

export class CalculatorFields {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    /** @type {Map<string, HTMLElement>} */
    this.fields = new Map();
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-field]"))) {
      this.fields.set(field.dataset.field ?? "", field);
    }
    this.example = this.texts();
  }

  /** Lets a person type. */
  enable() {
    for (const control of this.form.querySelectorAll("input, button")) {
      control.removeAttribute("readonly");
      control.removeAttribute("disabled");
    }
    this.showUsed();
  }

  /** @returns {import("./calculator-state.js").Shape} */
  shape() {
    return new Map(
      [...this.fields].map(([name, field]) => {
        const table = field.querySelector("table");
        const columns = field.querySelector("template")?.content.querySelectorAll("input").length ?? 0;
        return [name, table ? { columns, rows: Number(table.dataset.maximumRows) } : null];
      }),
    );
  }

  /** @returns {Texts} what stands in the fields that count */
  texts() {
    /** @type {Texts} */
    const texts = {};
    for (const [name, field] of this.fields) if (!field.hidden) texts[name] = this.#text(field);
    return texts;
  }

  /** @param {HTMLElement} field */
  #text(field) {
    if (field.dataset.kind === "table") {
      return [...field.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("input")].map((cell) => cell.value));
    }
    const controls = [...field.querySelectorAll("input")];
    return (controls.find((control) => control.checked) ?? controls[0]).value;
  }

  /**
   * Fills fields; what stands there then counts as written by us, so that it is not asked back.
   *
   * @param {Texts} texts
   */
  fill(texts) {
    for (const [name, text] of Object.entries(texts)) {
      const field = this.fields.get(name);
      if (!field) continue;
      if (Array.isArray(text)) this.#fillRows(field, text);
      else if (field.dataset.kind === "choice") {
        for (const option of field.querySelectorAll("input")) option.checked = option.value === text;
      } else {
        const control = /** @type {HTMLInputElement} */ (field.querySelector("input"));
        control.value = text;
      }
    }
    this.showUsed();
  }

  /** Everything that stands in the fields now counts as written by us. */
  markWritten() {
    for (const control of this.form.querySelectorAll("input")) control.dataset.written = control.value;
  }

  /**
   * @param {HTMLElement} field
   * @param {string[][]} rows
   */
  #fillRows(field, rows) {
    const template = /** @type {HTMLTemplateElement} */ (field.querySelector("template"));
    const made = (rows.length ? rows : [[]]).map((cells, index) => {
      const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
      for (const part of row.querySelectorAll("[id], [aria-label]")) {
        for (const name of ["id", "aria-label"]) {
          const value = part.getAttribute(name);
          if (value) part.setAttribute(name, value.replace("{row}", `${index}`).replace("{number}", `${index + 1}`));
        }
      }
      row.querySelectorAll("input").forEach((cell, column) => {
        cell.value = cells[column] ?? "";
        cell.readOnly = false;
      });
      return row;
    });
    field.querySelector("tbody")?.replaceChildren(...made);
  }

  /**
   * @param {HTMLElement} field
   * @param {number | null} removed index of the row to take out; null adds a blank one
   */
  changeRows(field, removed) {
    const rows = /** @type {string[][]} */ (this.#text(field));
    if (removed === null) rows.push(rows[0].map(() => ""));
    else rows.splice(removed, 1);
    this.#fillRows(field, rows);
    const cells = [...field.querySelectorAll("tbody tr")].at(removed === null ? -1 : Math.min(removed, rows.length - 1));
    cells?.querySelector("input")?.focus();
  }

  /** Shows only the fields that count with the choices made. */
  showUsed() {
    for (const field of this.fields.values()) {
      const [other, code] = (field.dataset.onlyWhen ?? "").split("=");
      const choice = other ? this.fields.get(other) : undefined;
      field.hidden = choice !== undefined && this.#text(choice) !== code;
    }
  }

  /**
   * @param {{field: string, message: string, target: string}[]} errors
   * @param {(name: string) => boolean} isShown whether a fault of that field is to be said already
   */
  showErrors(errors, isShown) {
    for (const control of this.form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    for (const [name, field] of this.fields) {
      const own = errors.filter((error) => error.field === name && isShown(name));
      const place = /** @type {HTMLElement} */ (field.querySelector(":scope > .field-error"));
      place.textContent = own.map((error) => error.message).join(" ");
      place.hidden = own.length === 0;
      for (const error of own) document.getElementById(error.target)?.setAttribute("aria-invalid", "true");
    }
  }

  /** @param {{field: string | null, message: string, other?: string, button?: string, row?: number | null, column?: number | null}[]} notes */
  showNotes(notes) {
    for (const [name, field] of this.fields) {
      const place = /** @type {HTMLElement} */ (field.querySelector(":scope > .field-note"));
      const parts = notes.filter((note) => note.field === name).flatMap((note) => this.#note(field, note));
      place.replaceChildren(...parts);
      place.hidden = parts.length === 0;
    }
  }

  /**
   * @param {HTMLElement} field
   * @param {{message: string, other?: string, button?: string, row?: number | null, column?: number | null}} note
   * @returns {(string | HTMLElement)[]}
   */
  #note(field, note) {
    const row = field.querySelectorAll("tbody tr")[note.row ?? 0] ?? field;
    const control = row.querySelectorAll("input")[note.column ?? 0];
    if (!note.other || control.value === control.dataset.written) return [];
    const button = document.createElement("button");
    button.type = "button";
    button.className = "field-other";
    button.textContent = note.button ?? note.other;
    button.addEventListener("click", () => {
      control.value = note.other ?? "";
      control.focus();
      control.dispatchEvent(new Event("input", { bubbles: true }));
    });
    return [`${note.message} `, button];
  }
}

/**
 * The figures of one calculator on a page: what stands in every field, and the language that it was written in.
 *
 * A text and its language change together and nowhere else: 98.765 typed in Dutch never becomes an English number.
 */

/**
 * @typedef {string | string[][]} FieldText what stands in a field; rows of cells for a table
 * @typedef {{kind: string, choices: string[], columns: number, onlyWhen: [string, string] | null, isPrivate: boolean}} FieldShape
 * @typedef {Map<string, FieldShape>} Shape the fields of a calculator, in the order of its form
 * @typedef {{lang: string, values: Record<string, FieldText>, written_in: Record<string, string>, customer?: string}} Written
 *   texts in `lang`, but for the fields that `written_in` names another language for, and whose figures they are
 */

export class Figures {
  #shape;
  #lang;
  #example;
  #namedBy;
  /** @type {Map<string, {text: FieldText, lang: string}>} */
  #fields = new Map();
  /** @type {Map<string, FieldText>} what we wrote last in each field ourselves, from the example or from Python */
  #ours = new Map();
  /** Whose figures they are where no field says so: stands on paper, and never in a question or a link. */
  customer = "";

  /**
   * @param {Shape} shape
   * @param {string} lang language of the page
   * @param {Record<string, FieldText>} example what the build wrote in every field, in the language of the page
   * @param {string} [namedBy] the field that says whose figures they are, where there is one
   */
  constructor(shape, lang, example, namedBy = "") {
    this.#namedBy = namedBy;
    this.#shape = shape;
    this.#lang = lang;
    this.#example = example;
    this.reset();
  }

  /** Puts the example back. */
  reset() {
    this.customer = "";
    for (const name of this.#shape.keys()) {
      this.#put(name, this.#example[name], this.#lang);
      this.#ours.set(name, this.#example[name]);
    }
  }

  /** @param {string} name @returns {FieldText} */
  text(name) {
    return /** @type {{text: FieldText}} */ (this.#fields.get(name)).text;
  }

  /** @returns {string} whose figures they are, where the reader said so */
  get owner() {
    return this.#namedBy ? String(this.text(this.#namedBy)).trim() : this.customer;
  }

  /** @param {string} name @returns {boolean} whether it is written in another language than the page's */
  isForeign(name) {
    return this.#fields.get(name)?.lang !== this.#lang;
  }

  /** @param {string} name @returns {boolean} whether the field counts with the choices made */
  counts(name) {
    const [choice, code] = this.#shape.get(name)?.onlyWhen ?? [];
    return choice === undefined || this.text(choice) === code;
  }

  /**
   * @param {string} name
   * @param {number | null} [row]
   * @param {number | null} [column]
   * @returns {boolean} whether a person need not be asked how to read it: we wrote it, be it with another sign
   */
  isOurs(name, row, column) {
    const [text, ours] = [this.text(name), this.#ours.get(name) ?? ""].map((whole) => cell(whole, row, column));
    return isSame(withoutSign(text), withoutSign(ours));
  }

  /** Whether every field holds what the build wrote there. */
  get isExample() {
    return [...this.#shape.keys()].every((name) => !this.isForeign(name) && isSame(this.text(name), this.#example[name]));
  }

  /**
   * Takes what a reader made of a field. Marks that are left of a text in another language are still in that language;
   * what comes into an emptied field, and digits alone, are in the page's.
   *
   * @param {string} name
   * @param {FieldText} text
   */
  edit(name, text) {
    const before = this.#fields.get(name);
    if (before) this.#put(name, text, before.lang);
  }

  /** Takes a text that was written for the reader, in the language of the page. @param {string} name @param {FieldText} text */
  write(name, text) {
    this.#put(name, text, this.#lang);
    this.#ours.set(name, text);
  }

  /**
   * Fills fields from a link or from what was kept; the others hold the example.
   *
   * @param {Written} written checked against the shape
   * @param {boolean} [isOurs] whether Python typed them, so that nobody need be asked how to read them
   */
  restore(written, isOurs = false) {
    this.reset();
    this.customer = written.customer ?? "";
    for (const [name, text] of Object.entries(written.values)) {
      this.#put(name, text, written.written_in[name] ?? written.lang);
      if (isOurs) this.#ours.set(name, text);
    }
  }

  /**
   * Takes the texts that Python wrote in the language of the page, where the field still holds what was asked.
   *
   * @param {Record<string, FieldText>} texts
   * @param {Written} asked
   */
  retype(texts, asked) {
    for (const [name, text] of Object.entries(texts)) {
      if (this.#fields.has(name) && this.isForeign(name) && isSame(this.text(name), asked.values[name])) this.write(name, text);
    }
  }

  /** @returns {Written} the fields that count, as a question or a link holds them */
  counting() {
    return this.#written([...this.#shape.keys()].filter((name) => this.counts(name)));
  }

  /** @returns {string[]} the fields that count and hold something that stays out of a link unless the reader puts it in */
  get privateNames() {
    const isFilled = (/** @type {string} */ name) => [this.text(name)].flat(2).some((text) => text.trim() !== "");
    return [...this.#shape].filter(([name, { isPrivate }]) => isPrivate && this.counts(name) && isFilled(name)).map(([name]) => name);
  }

  /** @param {string[]} included private fields that go along all the same @returns {Written} what a link holds */
  sharing(included) {
    const isShared = (/** @type {string} */ name) => !this.#shape.get(name)?.isPrivate || included.includes(name);
    return this.#written([...this.#shape.keys()].filter((name) => this.counts(name) && isShared(name)));
  }

  /**
   * @param {string[]} names of fields, and an empty one for the main answer
   * @param {string} main that answer, in the language of the page
   * @returns {import("./build-up.js").Taken} what another calculator takes from here
   */
  taken(names, main) {
    const held = (/** @type {string} */ name) => this.#fields.get(name) ?? { text: main, lang: this.#lang };
    return Object.fromEntries(names.map((name) => [name, held(name)]));
  }

  /** @returns {Written} every field, also those that do not count with the choices made, and the customer's name */
  whole() {
    const written = this.#written([...this.#shape.keys()]);
    return this.customer ? { ...written, customer: this.customer } : written;
  }

  /** @returns {Written} all of it; of the example, which the build wrote in each language, the customer's name alone */
  toKeep() {
    const whole = this.whole();
    return this.isExample ? { ...whole, values: {} } : whole;
  }

  /** @param {string[]} names @returns {Written} */
  #written(names) {
    return {
      lang: this.#lang,
      values: Object.fromEntries(names.map((name) => [name, this.text(name)])),
      written_in: Object.fromEntries(
        names.filter((name) => this.isForeign(name)).map((name) => [name, this.#fields.get(name)?.lang ?? ""]),
      ),
    };
  }

  /** @param {string} name @param {FieldText} text @param {string} lang */
  #put(name, text, lang) {
    const hasNotation = this.#shape.get(name)?.kind !== "choice" && [text].flat(2).some(differsByLanguage);
    this.#fields.set(name, { text, lang: hasNotation ? lang : this.#lang });
  }
}

/** @param {Written} written @returns {boolean} whether there is more than the name of a customer */
export function hasFigures(written) {
  return Object.keys(written.values).length > 0;
}

/** @param {string} text @returns {boolean} whether digits stand beside something that a language may read otherwise */
function differsByLanguage(text) {
  return /\d/.test(text) && /\D/.test(text);
}

/** @param {FieldText} text @param {number | null} [row] @param {number | null} [column] @returns {FieldText | undefined} */
function cell(text, row, column) {
  return typeof text === "string" ? text : text[row ?? 0]?.[column ?? 0];
}

/** @param {FieldText | undefined} text @returns {FieldText | undefined} */
function withoutSign(text) {
  return typeof text === "string" ? text.replace(/^[-−]/, "") : text;
}

/** @param {FieldText | undefined} one @param {FieldText | undefined} other @returns {boolean} */
function isSame(one, other) {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

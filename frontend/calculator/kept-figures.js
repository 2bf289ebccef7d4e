/**
 * Figures kept in this tab, by page and calculator: a chapter's example stays that chapter's, whatever is typed elsewhere.
 *
 * A page is named by its path, which is the same in both languages.
 */

import { checkedFigures } from "./checked-figures.js";
import { hasFigures } from "./figures.js";

/**
 * @typedef {import("./figures.js").Shape} Shape
 * @typedef {import("./figures.js").Written} Written
 * @typedef {{written: Written, refused: string[], link: string, before: Written | null, kept: number}} Kept figures of a
 *   page; those of a link name it, and the reader's own figures `before`
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} Store
 */

const PREFIX = "playbook:figures:";

export class KeptFigures {
  /**
   * @param {() => Store} store a browser that keeps nothing throws when it is asked for its storage
   * @param {string} page
   * @param {string} calculator
   * @param {Shape} shape
   */
  constructor(store, page, calculator, shape) {
    this.store = store;
    this.calculator = calculator;
    this.shape = shape;
    this.key = keyOf(page, calculator);
  }

  /** @param {Written} written what the reader typed */
  keep(written) {
    this.#write(written, "", null);
  }

  /** Keeps what a link brought, and behind it the reader's own figures. @param {Written} written @param {string} link */
  keepLinked(written, link) {
    const own = this.kept();
    this.#write(written, link, own?.link === link ? own.before : ownFigures(own));
  }

  /** Keeps the same figures once more: in another language, or with the name of their customer. @param {Written} written */
  keepAgain(written) {
    const own = this.kept();
    this.#write(written, own?.link ?? "", own?.before ?? null);
  }

  /** @param {Written} written @param {string} link @param {Written | null} before */
  #write(written, link, before) {
    const isNothing = !link && !hasFigures(written) && !written.customer;
    if (isNothing) return this.forget();
    attempt(() => this.store().setItem(this.key, JSON.stringify({ ...written, link, before, kept: Date.now() })));
  }

  /** @param {Written} written @returns {string} the customer that these figures were kept with; empty for other figures */
  customerOf(written) {
    const own = this.kept()?.written;
    const [kept, asked] = [own, written].map((figures) => JSON.stringify({ ...figures, customer: "" }));
    return (kept === asked && own?.customer) || "";
  }

  forget() {
    attempt(() => this.store().removeItem(this.key));
  }

  /** @returns {Kept | "unreadable" | null} of this page; null for nothing */
  found() {
    const text = attempt(() => this.store().getItem(this.key)) ?? null;
    return text === null ? null : (this.#read(text) ?? "unreadable");
  }

  /** @returns {Kept | null} */
  kept() {
    const found = this.found();
    return found === "unreadable" ? null : found;
  }

  /** @returns {{page: string, written: Written} | null} what was typed last into this calculator on another page */
  elsewhere() {
    const found = attempt(() => this.#others()) ?? [];
    return found.sort((one, other) => other.kept - one.kept)[0] ?? null;
  }

  #others() {
    const store = this.store();
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
    return keys.flatMap((key) => {
      const page = pageOf(key, this.calculator);
      const text = page === null || key === this.key ? null : store.getItem(key);
      const found = text === null ? null : this.#read(text);
      return page !== null && found && hasFigures(found.written) ? [{ ...found, page }] : [];
    });
  }

  /** @param {string} text @returns {Kept | null} */
  #read(text) {
    const found = attempt(() => JSON.parse(text));
    const checked = checkedFigures(this.shape, found);
    if (!checked) return null;
    const before = checkedFigures(this.shape, found.before)?.written ?? null;
    const link = typeof found.link === "string" ? found.link : "";
    return { ...checked, link, before, kept: Number(found.kept) || 0 };
  }
}

/** @param {Kept | null} kept @returns {Written | null} the reader's own figures: behind those of a link, if a link brought them */
function ownFigures(kept) {
  const own = kept?.link.startsWith("#") ? kept.before : kept?.written;
  return own && hasFigures(own) ? own : null;
}

/** @param {string} page @param {string} calculator @returns {string} */
export function keyOf(page, calculator) {
  return `${PREFIX}${calculator}:${page}`;
}

/** @param {string} key @param {string} calculator @returns {string | null} */
function pageOf(key, calculator) {
  const start = keyOf("", calculator);
  return key.startsWith(start) ? key.slice(start.length) : null;
}

/**
 * @template Value
 * @param {() => Value} act
 * @returns {Value | undefined} nothing where the browser keeps nothing, or has no room left: it calculates all the same
 */
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Where the figures in a form come from: a link, an earlier visit, another page, or the example. */

import { pagePath } from "../shared/page-path.js";
import { word } from "../shared/words.js";
import { forgetReturn, keptReturn } from "./build-up.js";
import { givenFigures } from "./builder-offer.js";
import { checkedFigures } from "./checked-figures.js";
import { hasFigures } from "./figures.js";
import { linkedCalculator, linkedFigures } from "./figures-link.js";
import { showNotice } from "./notice.js";
import { titleOf } from "./page-title.js";

/**
 * @typedef {import("./figures.js").Written} Written
 * @typedef {import("./notice.js").Choice} Choice
 * @typedef {{written: Written, refused: string[]}} Found
 * @typedef {object} Filled the calculator whose figures these are
 * @property {import("./figures.js").Figures} figures
 * @property {import("./kept-figures.js").KeptFigures} kept
 * @property {HTMLElement} notice
 * @property {(name: string) => string} label of a field; the name itself where there is no such field
 * @property {(text: string) => void} announce
 * @property {() => void} replaced called when all figures were replaced together
 * @property {(target: string) => void} focus goes to a field
 * @property {() => void} reveal brings the calculator into sight
 */

/** In the place of a link: figures that the reader chose from a list or a file. */
const CHOSEN = "chosen";
const NAMES_SAID = 5;
const LONGEST_NAME = 40;

export class Origin {
  /** @param {Filled} filled */
  constructor(filled) {
    this.filled = filled;
  }

  /** Fills the form as the page opens. */
  open() {
    const linked = this.#openLink();
    if (linked === "figures") return;
    const given = linked === "none" ? givenFigures(this.filled.kept.calculator) : null;
    if (given) return this.bringFrom(given);
    const found = this.filled.kept.found();
    const first = linked === "unreadable" ? [word("calculator.link_unreadable")] : [];
    if (found === "unreadable") {
      this.filled.kept.forget();
      this.#say([...first, word("calculator.kept_unreadable")].join(" "));
    } else if (found && !isNameAlone(found)) {
      const choices = found.before ? [this.#ownChoice(found.before)] : [];
      // Of two links the one that cannot be read is the one that the reader sees in the address.
      const words = linked === "unreadable" ? word("calculator.restored") : this.#keptWords(found.link);
      this.#fill(found, [...first, words].join(" "), choices);
      this.#arriveWithBuilt();
    } else {
      if (found) this.#fill(found, "", []);
      this.#offerElsewhere(first.join(" "), []);
    }
  }

  /** Follows a link with figures to the page that is shown already. */
  follow() {
    if (this.#openLink() === "unreadable") this.#say(word("calculator.link_unreadable"));
  }

  /**
   * Puts in figures that the reader chose, and offers what they take the place of.
   *
   * @param {Found} found
   * @param {string} words
   */
  bring(found, words) {
    const { kept, figures } = this.filled;
    const own = figures.isExample ? null : figures.whole();
    this.leave();
    figures.restore(found.written);
    kept.keepLinked(figures.toKeep(), CHOSEN);
    const before = kept.kept()?.before ?? own;
    this.#fill(found, words, before ? [this.#ownChoice(before)] : [], true);
    this.filled.reveal();
  }

  /** Puts in what another calculator gives. @param {{written: Written, page: string}} given */
  bringFrom({ written, page }) {
    const own = this.filled.kept.kept();
    if (own) this.filled.figures.restore(own.written);
    this.bring(checkedFigures(this.filled.kept.shape, written) ?? { written, refused: [] }, word("calculator.given", { page }));
  }

  /** The reader takes over: a reload must show what was typed, and no longer what a link holds. */
  leave() {
    showNotice(this.filled.notice, "");
    if (linkedCalculator(location.hash) !== this.filled.kept.calculator) return;
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  /** The example stands in the form again. @param {Written | null} own what it took the place of */
  reset(own) {
    this.leave();
    this.#offerElsewhere(own ? word("calculator.reset") : "", own ? [this.#ownChoice(own)] : []);
  }

  /** Offers the figures that the reader gave this calculator on another page. @param {string} text @param {Choice[]} choices */
  #offerElsewhere(text, choices) {
    const found = this.filled.kept.elsewhere();
    const words = found && word("calculator.use_figures", { page: titleOf(found.page) });
    const offered = words ? [{ text: words, act: () => this.#takeOver(found.written, word("calculator.figures_used")) }] : [];
    this.#say(text, [...choices, ...offered]);
  }

  /** @returns {"figures" | "unreadable" | "none"} whether the form was filled from a link */
  #openLink() {
    const { kept, figures } = this.filled;
    const linked = linkedFigures(location.hash, kept.calculator, kept.shape);
    if (linked.kind !== "figures") return linked.kind;
    if (!hasFigures(linked.written)) return "unreadable";
    figures.restore(linked.written);
    figures.customer = kept.customerOf(figures.toKeep());
    kept.keepLinked(figures.toKeep(), location.hash);
    const before = kept.kept()?.before;
    this.#fill({ ...linked, written: figures.whole() }, word("calculator.from_link"), before ? [this.#ownChoice(before)] : []);
    this.filled.reveal();
    return linked.kind;
  }

  /** @param {string} link @returns {string} */
  #keptWords(link) {
    return link && link !== CHOSEN ? word("calculator.from_link") : word("calculator.restored");
  }

  /** @param {Found} found @param {string} words @param {Choice[]} choices @param {boolean} [isOurs] whether Python typed them */
  #fill({ written, refused }, words, choices, isOurs = false) {
    this.filled.figures.restore(written, isOurs);
    this.filled.replaced();
    this.#say(refused.length ? `${words} ${word("calculator.not_understood", { names: this.#names(refused) })}` : words, choices);
  }

  /** @param {string[]} names @returns {string} */
  #names(names) {
    const said = names.slice(0, NAMES_SAID).map((name) => this.filled.label(name).slice(0, LONGEST_NAME));
    return said.join(", ") + (names.length > NAMES_SAID ? ", …" : "");
  }

  /** @param {Written} own @returns {Choice} */
  #ownChoice(own) {
    return {
      text: word("calculator.own_figures"),
      act: () => this.#takeOver(own, word("calculator.restored")),
    };
  }

  /** @param {Written} written @param {string} words */
  #takeOver(written, words) {
    this.leave();
    this.filled.figures.restore(written);
    this.filled.kept.keep(this.filled.figures.toKeep());
    this.filled.replaced();
    this.#say(words);
  }

  /** Says so where the reader comes back from a calculator that built up one of the figures. */
  #arriveWithBuilt() {
    const way = keptReturn(() => sessionStorage);
    if (!way?.isBack || way.page !== pagePath() || way.calculator !== this.filled.kept.calculator) return;
    forgetReturn(() => sessionStorage);
    const names = Object.values(way.takes).map((name) => this.filled.label(name));
    this.#say(names.length ? word("calculator.built_filled", { field: names.join(", ") }) : word("calculator.restored"));
    this.filled.focus(way.target);
  }

  /** @param {string} text @param {Choice[]} [choices] */
  #say(text, choices = []) {
    showNotice(this.filled.notice, text, choices);
    if (text) this.filled.announce(text);
  }
}

/** @param {import("./kept-figures.js").Kept} kept @returns {boolean} whether the example was kept for a customer, no figures */
function isNameAlone({ written, refused, link }) {
  return !link && refused.length === 0 && !hasFigures(written);
}

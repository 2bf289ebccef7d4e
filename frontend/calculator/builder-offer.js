/** The way to a calculator that builds up or looks closer at figures, and the button there that takes them back. */

import { goTo } from "../shared/go-to.js";
import { pagePath } from "../shared/page-path.js";
import { word } from "../shared/words.js";
import { MAIN, forgetReturn, keepReturn, keptReturn, withTaken } from "./build-up.js";
import { KeptFigures } from "./kept-figures.js";
import { showNotice } from "./notice.js";
import { addressOf, titleOf } from "./page-title.js";
import { write } from "./written-text.js";

/**
 * @typedef {import("./build-up.js").ReturnToForm} ReturnToForm
 * @typedef {import("./build-up.js").Taken} Taken
 * @typedef {import("./figures.js").Written} Written
 * @typedef {{offerBuilt: () => void} & HTMLElement} Calculator
 * @typedef {{calculator: string, lang: string, figures: import("./figures.js").Figures, ask: () => Promise<any>}} Asker
 *   a calculator on a page; `ask` gives the answer to what stands in it, null where there is none
 */

const session = () => sessionStorage;

/** @param {string} calculator @returns {Calculator | null} that calculator on this page */
function onThisPage(calculator) {
  return document.querySelector(`sales-calculator[data-calculator="${CSS.escape(calculator)}"]`);
}

/**
 * Remembers what stood in the form, and stays where the builder stands on the same page.
 *
 * @param {Event} event of the link to the builder
 * @param {string} calculator
 * @param {HTMLElement} field that another calculator builds up
 * @param {Written} written
 */
export function leaveToBuild(event, calculator, field, written) {
  const { builtBy: builder = "", field: name = "" } = field.dataset;
  const target = field.querySelector("input")?.id ?? "";
  const takes = { [MAIN]: name };
  keepReturn(session, { builder, page: pagePath(), calculator, target, written, takes, isBack: false });
  const here = onThisPage(builder);
  if (!here) return;
  event.preventDefault();
  // Material's instant navigation follows the link all the same, where it hears of the click.
  event.stopPropagation();
  here.offerBuilt();
  here.scrollIntoView({ block: "start" });
  here.querySelector("input")?.focus({ preventScroll: true });
}

/**
 * Goes to a calculator that is to hold figures of this one.
 *
 * @param {object} way
 * @param {string} way.calculator the one that is left
 * @param {Written} way.written what stands in it
 * @param {string} way.target id of what gets focus when the reader is back
 * @param {string} way.builder
 * @param {Written} way.given what it is to hold
 * @param {Record<string, string>} way.takes the field here that each of its fields goes into afterwards
 */
export function leaveWith(way) {
  keepReturn(session, { ...way, page: pagePath(), isBack: false });
  goTo(addressOf(`calculators/${way.builder}/`));
}

/**
 * Opens the calculator that looks closer, with figures of this one, as soon as they have an answer.
 *
 * @param {Event} event of the link to it
 * @param {HTMLElement} link
 * @param {Asker} asker
 */
export async function lookCloser(event, link, { calculator, lang, figures, ask }) {
  event.preventDefault();
  // Material's instant navigation follows the link all the same, where it hears of the click.
  event.stopPropagation();
  link.setAttribute("aria-busy", "true");
  const page = await ask();
  link.removeAttribute("aria-busy");
  const builder = link.dataset.closer ?? "";
  // What is wrong, or that there is no answer, is said where the answer stands.
  if (!page?.closers) return;
  const { values, takes } = page.closers[builder];
  const given = { lang, values, written_in: {} };
  const target = link.closest("[data-group]")?.id ?? "";
  leaveWith({ calculator, written: figures.whole(), target, builder, given, takes });
}

/** @param {string} builder name of the calculator here @returns {{written: Written, page: string} | null} what it is to hold */
export function givenFigures(builder) {
  const way = keptReturn(session);
  if (way?.builder !== builder || way.isBack || !way.given || pagePath() !== `calculators/${builder}/`) return null;
  const { given, ...rest } = way;
  // A reload shows what the reader made of them.
  keepReturn(session, rest);
  return { written: given, page: titleOf(way.page) };
}

/** @param {HTMLElement} place @param {Asker} asker the calculator here */
export function offerBuilt(place, { calculator, figures, ask }) {
  const way = keptReturn(session);
  if (way?.builder !== calculator || way.isBack) return;
  const take = async () => {
    if (Object.keys(way.takes).length === 0) return bringBack(way, {});
    const page = await ask();
    const needsMain = MAIN in way.takes;
    if (!page || page.errors || (needsMain && page.main.text === null)) return;
    showNotice(place, "");
    const found = Object.entries(figures.taken(Object.keys(way.takes), page.main.text ?? ""));
    bringBack(way, Object.fromEntries(found.map(([name, taken]) => [way.takes[name], taken])));
  };
  showNotice(place, "", [{ text: offered(way), act: take }]);
}

/** @param {ReturnToForm} way @returns {string} what the button says */
function offered(way) {
  const page = titleOf(way.page);
  const names = Object.keys(way.takes);
  if (names.length === 0) return word("calculator.back_to", { page });
  if (!names.includes(MAIN)) return word("calculator.take_figures_to", { page });
  return askerHere(way) ? word("calculator.take_built") : word("calculator.take_built_to", { page });
}

/** @param {ReturnToForm} way @returns {Calculator | null} where the figures go, where that stands on this page */
function askerHere(way) {
  return way.page === pagePath() ? onThisPage(way.calculator) : null;
}

/** @param {ReturnToForm} way @param {Taken} taken */
function bringBack(way, taken) {
  const asker = askerHere(way);
  if (asker) {
    forgetReturn(session);
    const input = document.getElementById(way.target);
    const [{ text }] = Object.values(taken);
    if (input instanceof HTMLInputElement && typeof text === "string") write(input, text);
    input?.focus();
    return;
  }
  const kept = new KeptFigures(session, way.page, way.calculator, new Map());
  kept.keep(withTaken(way.written, taken));
  keepReturn(session, { ...way, isBack: true });
  goTo(addressOf(way.page) + (way.target && `#${way.target}`));
}

/** The way to a calculator that builds up a figure, and the button there that takes its answer back. */

import { pagePath } from "../shared/page-path.js";
import { word } from "../shared/words.js";
import { forgetReturn, keepReturn, keptReturn, withBuilt } from "./build-up.js";
import { KeptFigures } from "./kept-figures.js";
import { showNotice } from "./notice.js";
import { addressOf, titleOf } from "./page-title.js";
import { write } from "./written-text.js";

/**
 * @typedef {import("./build-up.js").ReturnToForm} ReturnToForm
 * @typedef {{offerBuilt: () => void} & HTMLElement} Calculator
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
 * @param {import("./figures.js").Written} written
 */
export function leaveToBuild(event, calculator, field, written) {
  const { builtBy: builder = "", field: name = "" } = field.dataset;
  const target = field.querySelector("input")?.id ?? "";
  keepReturn(session, { builder, page: pagePath(), calculator, field: name, target, written, isBack: false });
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
 * @param {HTMLElement} place
 * @param {string} builder name of the calculator here
 * @param {string} lang
 * @param {() => Promise<string | null>} answer the main answer to what stands in the form now, as a person types it
 */
export function offerBuilt(place, builder, lang, answer) {
  const way = keptReturn(session);
  if (way?.builder !== builder || way.isBack) return;
  const take = async () => {
    const text = await answer();
    if (text === null) return;
    showNotice(place, "");
    bringBack(way, text, lang);
  };
  const here = askerHere(way);
  const text = here ? word("calculator.take_built") : word("calculator.take_built_to", { page: titleOf(way.page) });
  showNotice(place, "", [{ text, act: take }]);
}

/** @param {ReturnToForm} way @returns {Calculator | null} where the figure goes, where that stands on this page */
function askerHere(way) {
  return way.page === pagePath() ? onThisPage(way.calculator) : null;
}

/** @param {ReturnToForm} way @param {string} text @param {string} lang */
function bringBack(way, text, lang) {
  const asker = askerHere(way);
  if (asker) {
    forgetReturn(session);
    const input = document.getElementById(way.target);
    if (input instanceof HTMLInputElement) write(input, text);
    input?.focus();
    return;
  }
  const kept = new KeptFigures(session, way.page, way.calculator, new Map());
  kept.keep(withBuilt(way.written, way.field, text, lang));
  keepReturn(session, { ...way, isBack: true });
  location.assign(`${addressOf(way.page)}#${way.target}`);
}

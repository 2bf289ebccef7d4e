/** The parts that a calculator on a page is made of. */

import "../shared/copied-text.js";
import { localDay } from "../shared/local-day.js";
import { pagePath } from "../shared/page-path.js";
import { AnswerView } from "./answer-view.js";
import { Figures } from "./figures.js";
import { FormFields } from "./form-fields.js";
import { KeptFigures } from "./kept-figures.js";
import { Lists } from "./lists.js";
import { SharePart } from "./share-part.js";
import { WeightsPart } from "./weights-part.js";

/**
 * @param {HTMLElement} element
 * @param {ReturnType<typeof partsOf>} parts
 * @param {() => void} replaced see `Filled`
 * @returns {import("./origin.js").Filled} the calculator as figures from elsewhere are put into it
 */
export function filledBy(element, { fields, figures, kept, view }, replaced) {
  return {
    figures,
    kept,
    notice: view.part("notice"),
    label: (name) => fields.label(name),
    announce: (text) => view.announce(text),
    replaced,
    focus: (target) => document.getElementById(target)?.focus(),
    reveal: () => element.scrollIntoView({ block: "start" }),
  };
}

/**
 * @param {HTMLElement} element
 * @param {string} calculator
 * @param {string} lang
 * @param {{changed: () => void, stop: () => void}} acts see `Listed`
 */
export function partsOf(element, calculator, lang, acts) {
  const form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
  const fields = new FormFields(form);
  const shape = fields.shape();
  const figures = new Figures(shape, lang, fields.example(), element.dataset.namedBy);
  const kept = new KeptFigures(() => sessionStorage, pagePath(), calculator, shape);
  const question = () => ({ calculator, today: localDay(new Date()), ...figures.counting() });
  const lists = new Lists(element, { calculator, lang, written: () => figures.whole(), question, ...acts });
  const share = new SharePart(element, fields, figures, kept, lists);
  const weights = new WeightsPart(element, lists);
  const view = new AnswerView(element);
  const leave = () => [fields, view, lists].forEach((part) => part.leave());
  return { form, fields, figures, kept, leave, lists, share, weights, view };
}

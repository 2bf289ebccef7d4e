/** The parts that a calculator on a page is made of. */

import "../shared/copied-text.js";
import { pagePath } from "../shared/page-path.js";
import { AnswerView } from "./answer-view.js";
import { Figures } from "./figures.js";
import { FormFields } from "./form-fields.js";
import { KeptFigures } from "./kept-figures.js";
import { SharePart } from "./share-part.js";
import { WeightsPart } from "./weights-part.js";

/** @param {HTMLElement} element @param {string} calculator @param {string} lang */
export function partsOf(element, calculator, lang) {
  const form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
  const fields = new FormFields(form);
  const shape = fields.shape();
  const figures = new Figures(shape, lang, fields.example());
  const kept = new KeptFigures(() => sessionStorage, pagePath(), calculator, shape);
  const share = new SharePart(element, fields, figures, kept);
  const weights = new WeightsPart(element.querySelector("details[data-part=weights]"), calculator, figures);
  return { form, fields, figures, kept, share, weights, view: new AnswerView(element) };
}

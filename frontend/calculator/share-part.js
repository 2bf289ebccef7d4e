/** What a reader takes along from a calculator: a link with its figures, a workbook, or its answer on paper. */

import { python } from "../python/python-client.js";
import { localDay } from "../shared/local-day.js";
import { fileNameOf, saveFile } from "../shared/save-file.js";
import { word } from "../shared/words.js";
import { faultSentence } from "./fault-sentence.js";
import { LinkPreview } from "./link-preview.js";
import { printAnswer } from "./print-answer.js";
import { shareLink } from "./share-link.js";

export class SharePart {
  /**
   * @param {HTMLElement} calculator
   * @param {import("./form-fields.js").FormFields} fields
   * @param {import("./figures.js").Figures} figures
   * @param {import("./kept-figures.js").KeptFigures} kept
   * @param {import("./lists.js").Lists} lists
   */
  constructor(calculator, fields, figures, kept, lists) {
    this.lists = lists;
    const found = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (calculator.querySelector(selector));
    this.calculator = calculator;
    this.figures = figures;
    this.kept = kept;
    this.customer = /** @type {HTMLInputElement | null} */ (found("[data-part=customer]"));
    this.said = found("[data-part=copied]");
    this.preview = new LinkPreview(found("[data-part=link-preview]"), fields, figures, (written) => this.#share(written));
    const actions = { print: () => this.#print(), "copy-link": () => this.#copyLink(), workbook: () => this.#saveWorkbook() };
    for (const [action, act] of Object.entries(actions)) {
      const control = found(`[data-action=${action}]`);
      control.removeAttribute("disabled");
      control.addEventListener("click", act);
    }
    this.customer?.removeAttribute("disabled");
    this.customer?.addEventListener("input", () => this.#name());
  }

  /** Shows whose figures they are. */
  show() {
    if (this.customer) this.customer.value = this.figures.customer;
    this.preview.close();
  }

  #name() {
    this.figures.customer = this.customer?.value.trim() ?? "";
    this.kept.keepAgain(this.figures.toKeep());
  }

  /** Says so where there is no answer to the figures in the form. @returns {boolean} whether there is one */
  #hasAnswer() {
    const isThere = ["example", "answered"].includes(this.calculator.dataset.answer ?? "");
    this.said.textContent = isThere ? "" : word("calculator.no_print");
    return isThere;
  }

  #print() {
    if (this.#hasAnswer()) printAnswer(this.calculator, this.figures.owner);
  }

  /** What a link holds is shown first where something stays out of it. */
  #copyLink() {
    this.said.textContent = "";
    if (this.figures.privateNames.length || this.lists.isOpen) this.preview.open(this.lists.isOpen);
    else this.#share(this.figures.sharing([]));
  }

  /** @param {import("./figures.js").Written} written */
  #share(written) {
    return shareLink(this.calculator.dataset.calculator ?? "", written, this.said);
  }

  async #saveWorkbook() {
    if (!this.#hasAnswer()) return;
    this.#say(word("calculator.workbook_waits"));
    const question = await this.lists.question();
    if (!question) return this.#say(faultSentence("download"));
    const parts = [...(question.parts ?? []), "workbook_writer"];
    const outcome = await python.ask(this, { ...question, parts, writers: ["workbook"] });
    if (outcome.kind === "rejected") return this.#say(faultSentence(outcome.fault));
    if (outcome.kind !== "answered") return;
    const file = JSON.parse(outcome.response).workbook;
    // Faulty figures have come meanwhile.
    if (!file) return this.#say(word("calculator.no_print"));
    const name = fileNameOf(this.figures.owner, this.calculator.dataset.calculator ?? "", localDay(new Date()), "xlsx");
    saveFile(name, Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0)), file.type);
    this.#say(word("calculator.file_saved", { file: name }));
  }

  /** @param {string} text */
  #say(text) {
    this.said.textContent = text;
  }
}

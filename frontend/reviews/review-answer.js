/** What came of a review, in the words of each language, for the list to show later. */

import { python } from "../python/python-client.js";
import { askedIn } from "./review.js";

const LANGUAGES = ["nl", "en"];

/**
 * @param {{calculator: string, today: string}} asked
 * @param {import("./review.js").Written} written
 * @returns {Promise<Record<string, string>>} the main answer by language; none where the figures have none
 */
export async function toldAnswers(asked, written) {
  /** @type {Record<string, string>} */
  const told = {};
  for (const lang of LANGUAGES) {
    const outcome = await python.ask(told, { ...asked, ...askedIn(written, lang) });
    const page = outcome.kind === "answered" ? JSON.parse(outcome.response).page : null;
    if (page?.main) told[lang] = page.main.told;
  }
  return told;
}

/** What a round of a drill came to. */

import { word } from "../shared/words.js";

/**
 * @param {string} code of the round
 * @param {string[]} verdicts of all its questions
 * @param {(string | HTMLElement)[][]} missed for each case with a wrong answer, what leads back to it
 * @returns {HTMLElement}
 */
export function resultOf(code, verdicts, missed) {
  const result = document.createElement("section");
  result.className = "drill-result";
  const heading = document.createElement("h2");
  heading.tabIndex = -1;
  heading.textContent = word("drill.result", { code });
  const score = document.createElement("p");
  score.className = "drill-score";
  const right = verdicts.filter((verdict) => verdict === "right").length;
  score.textContent = word("drill.score", { right, all: verdicts.length });
  const advice = document.createElement("p");
  advice.textContent = missed.length ? word("drill.missed") : word("drill.full");
  const list = document.createElement("ul");
  for (const parts of missed) {
    const entry = document.createElement("li");
    entry.append(...parts);
    list.append(entry);
  }
  result.append(heading, score, advice, list);
  return result;
}

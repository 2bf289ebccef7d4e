/**
 * What the answer on the page is worth. The answer that stands there belongs to figures; so that no verdict stands
 * unmarked beside others, every change goes through here.
 *
 * @typedef {"example" | "waiting" | "answered" | "refused" | "failed"} Answer whether the figures in the form have their
 *   answer: `refused` by a sentence about the figures, `failed` because nothing could be computed
 * @typedef {"example" | "own" | "none"} Shown whose answer stands there: with `none` it is hidden, because it never
 *   belonged to figures of the reader
 * @typedef {{answer: Answer, shown: Shown}} AnswerState
 */

/** @type {AnswerState} */
export const EXAMPLE = { answer: "example", shown: "example" };

/** @param {boolean} isExample whether the answer is to the figures of the example @returns {AnswerState} */
export function answered(isExample) {
  return isExample ? EXAMPLE : { answer: "answered", shown: "own" };
}

/**
 * Other figures stand in the form, and their answer has not come.
 *
 * @param {AnswerState} state
 * @param {{isLive: boolean, isWhole: boolean}} change whether Python is there to answer at once, and whether all figures
 *   were replaced together: they came from a link, or back from an earlier visit
 * @returns {AnswerState}
 */
export function waiting({ shown }, { isLive, isWhole }) {
  const isHidden = isWhole || (shown === "example" && !isLive);
  return { answer: "waiting", shown: isHidden ? "none" : shown };
}

/** @param {AnswerState} state @returns {AnswerState} */
export function refused({ shown }) {
  return { answer: "refused", shown: ownOrNone(shown) };
}

/** @param {AnswerState} state @returns {AnswerState} */
export function failed({ shown }) {
  return { answer: "failed", shown: ownOrNone(shown) };
}

/** @param {Shown} shown @returns {Shown} */
function ownOrNone(shown) {
  return shown === "own" ? "own" : "none";
}

/** Why one question has no answer, in words that say what to do. */

import { word } from "../shared/words.js";

/** @param {import("../python/question-queue.js").Fault} fault @returns {string} */
export function faultSentence(fault) {
  return {
    download: word("calculator.part_not_fetched"),
    memory: word("calculator.memory_full"),
    file: word("calculator.file_unreadable"),
    unknown: word("calculator.not_computed"),
  }[fault];
}

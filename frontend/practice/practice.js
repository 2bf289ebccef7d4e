/** Self-checks, drills and checklists: what pages that hold one of them load. */

import { startQuestions } from "./check-question.js";
import { startChecklists } from "./checklist.js";
import "./sales-drill.js";

/** Make the questions and checklists of the page that is shown live; safe to call again. */
export function start() {
  startChecklists();
  startQuestions();
}

/** What every page loads. */

import "./calculator-element.js";
import { startQuestions } from "./check-question.js";
import { startChecklists } from "./checklist.js";
import { startLanguageSwitch } from "./language-switch.js";
import { mendMaterial, mendTables } from "./mend-material.js";

startLanguageSwitch();
mendTables();

/** What has to happen on each page, also one that instant navigation brought. */
function startPage() {
  mendMaterial();
  startChecklists();
  startQuestions();
}

// Material's stream of pages: it also gives the page that is shown when we subscribe.
const pages = /** @type {{ subscribe(next: () => void): void } | undefined} */ (Reflect.get(window, "document$"));
if (pages) pages.subscribe(startPage);
else startPage();

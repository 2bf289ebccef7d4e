/** What every page loads. */

import "./calculator-element.js";
import { startQuestions } from "./check-question.js";
import { startChecklists } from "./checklist.js";
import { startCitation } from "./cite-section.js";
import { startLanguageSwitch } from "./language-switch.js";
import { mendMaterial, mendTables } from "./mend-material.js";
import "./sales-drill.js";
import "./work-sheet.js";

startLanguageSwitch();
mendTables();

// Material opens every fold before it prints: what the reader opened is told apart, so that answers stay folded on paper.
addEventListener("click", (event) => {
  const folded = event.target instanceof Element ? event.target.closest("summary")?.parentElement : null;
  if (folded instanceof HTMLDetailsElement) folded.toggleAttribute("data-opened", !folded.open);
});

/** What has to happen on each page, also one that instant navigation brought. */
function startPage() {
  mendMaterial();
  startChecklists();
  startQuestions();
  startCitation();
}

// Material's stream of pages: it also gives the page that is shown when we subscribe.
const pages = /** @type {{ subscribe(next: () => void): void } | undefined} */ (Reflect.get(window, "document$"));
if (pages) pages.subscribe(startPage);
else startPage();

/** What every page loads. What only some pages need comes when a page that needs it is shown. */

import "../shared/page-path.js";
import { learnWords } from "../shared/words.js";
import { startCitation } from "./cite-section.js";
import { startFolds } from "./fold-marks.js";
import { startLanguageSwitch } from "./language-switch.js";
import { arrive, startLinkArrivals } from "./link-arrival.js";
import { loadFeature } from "./load-feature.js";
import {
  mendMaterial,
  mendMenu,
  mendScrollLock,
  mendSearchForm,
  mendSkipLinks,
  mendTables,
} from "./mend-material.js";
import { rememberWays, startWayBack } from "./way-back.js";

/** @type {import("./load-feature.js").Feature[]} */
const FEATURES = [
  { for: "sales-calculator", load: () => import("../calculator/calculator-element.js") },
  { for: "check-question, sales-drill, .task-list", load: () => import("../practice/practice.js") },
  { for: "observer-form", load: () => import("../practice/observer-form.js") },
  { for: "mixed-round", load: () => import("../practice/mixed-round.js") },
  { for: "kept-reviews", load: () => import("../reviews/kept-reviews.js") },
  { for: "search-field", load: () => import("./search-field.js") },
  { for: "work-sheet", load: () => import("../worksheet/work-sheet.js") },
];

/** What has to happen on each page, also one that instant navigation brought. */
function startPage() {
  learnWords();
  arrive();
  mendMaterial();
  mendSkipLinks();
  startWayBack();
  startCitation();
  for (const feature of FEATURES) loadFeature(feature);
}

startLinkArrivals();
startLanguageSwitch();
startFolds();
mendTables();
mendMenu();
mendScrollLock();
mendSearchForm();
rememberWays();

// Material's stream of pages: it also gives the page that is shown when we subscribe.
const pages = /** @type {{ subscribe(next: () => void): void } | undefined} */ (Reflect.get(window, "document$"));
if (pages) pages.subscribe(startPage);
else startPage();

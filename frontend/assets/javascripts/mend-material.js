/** Names and roles that Material's own templates leave out. */

const WORDS = {
  nl: { search: "Zoeken in het draaiboek", results: "Zoekresultaten" },
  en: { search: "Search the playbook", results: "Search results" },
};

/** Mend the page that is shown; safe to call again. */
export function mendMaterial() {
  const words = document.documentElement.lang === "nl" ? WORDS.nl : WORDS.en;
  const dialog = document.querySelector("[data-md-component=search]");
  dialog?.setAttribute("aria-label", words.search);
  dialog?.querySelector(".md-search__inner")?.removeAttribute("role");
  const results = dialog?.querySelector(".md-search__scrollwrap");
  results?.setAttribute("role", "region");
  results?.setAttribute("aria-label", words.results);
  nameAnswers();
  // A list has no such state; Material sets it on the navigation.
  for (const nav of document.querySelectorAll(".md-nav[aria-expanded]")) nav.removeAttribute("aria-expanded");
}

/** A table that is wider than the page can be scrolled with the keyboard, also one that an answer brings later. */
export function mendTables() {
  const mend = () => {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")) {
      wrap.setAttribute("tabindex", "0");
    }
  };
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
  mend();
}

/** Two calculators on one page each have an answer: the name of the calculator tells them apart. */
function nameAnswers() {
  document.querySelectorAll(".calculator").forEach((calculator, number) => {
    const form = calculator.querySelector("form")?.getAttribute("aria-label") ?? "";
    const answer = calculator.querySelector(".calculator-result");
    const label = answer?.getAttribute("aria-label") ?? "";
    if (answer && !label.includes(form)) answer.setAttribute("aria-label", `${label} ${number + 1}: ${form}`);
  });
}

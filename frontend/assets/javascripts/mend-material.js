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
  // The drawer and the side bar each hold a list of contents with the same name: only one is on screen.
  for (const nav of document.querySelectorAll(".md-nav[aria-expanded]")) nav.removeAttribute("aria-expanded");
}

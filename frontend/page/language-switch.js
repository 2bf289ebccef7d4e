/** The link to the other language: keeps the page, and the section that is being read. */

const READING_LINE = 0.3;

/** @type {{ here: string, there: string } | null} the roots of both languages, from before any instant navigation */
let roots = null;

/** @returns {HTMLAnchorElement | null} the link in the header */
function switchLink() {
  return document.querySelector("a.language-switch");
}

/** @returns {string} the fragment of what is being read, or nothing at the top of a page */
function sectionInView() {
  // The figures in a calculator, or the round of a drill: the other language shows them too.
  if (/^#(~calculator|calculator|round)=/.test(location.hash)) return location.hash;
  if (window.scrollY < 80) return "";
  const headings = document.querySelectorAll(".md-content :is(h2, h3)[id]");
  const line = window.innerHeight * READING_LINE;
  const passed = [...headings].filter((heading) => heading.getBoundingClientRect().top <= line);
  const last = passed.at(-1);
  return last ? `#${encodeURIComponent(last.id)}` : location.hash;
}

/** Point the link at the page and section that are shown now. */
function pointSwitch() {
  const link = switchLink();
  if (!link || !roots || !location.href.startsWith(roots.here)) return;
  if (document.querySelector(".not-found")) return;
  const path = location.pathname.slice(new URL(roots.here).pathname.length);
  link.href = `${roots.there}${path}${sectionInView()}`;
}

/** Keep the link right on this page and on those that follow it. */
export function startLanguageSwitch() {
  const link = switchLink();
  if (!link) return;
  roots = {
    here: new URL(link.dataset.thisSite ?? ".", location.href).href,
    there: new URL(link.dataset.otherSite ?? ".", location.href).href,
  };
  for (const event of ["pointerdown", "focus", "click", "mouseenter"]) {
    link.addEventListener(event, pointSwitch);
  }
}


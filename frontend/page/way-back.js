/**
 * The way back from a calculator, a worksheet, a drill, an exercise or a dialogue to the text that sent the reader there.
 *
 * Kept for this tab alone: one step for each link that was followed. What was kept is forgotten as soon as the reader
 * is elsewhere, so that no page ever names one that the reader did not come from.
 */

import { pageAddress, pagePath } from "../shared/page-path.js";
import { word } from "../shared/words.js";
import { keepSteps, keptSteps } from "./way-steps.js";

const TOOL = /^(calculators|exercises|talk-tracks|training|worksheets)\/./;

/** @typedef {import("./way-steps.js").Step} Step */

/** @param {string} path @returns {HTMLAnchorElement[]} the links in the text of this page to another */
function linksTo(path) {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(".md-content a[href]");
  return [...links].filter((link) => !link.closest(".way-back") && pagePath(link.pathname) === path);
}

/** @param {Element} link @returns {HTMLElement | undefined} the heading of the section with the link */
function headingOf(link) {
  /** @type {NodeListOf<HTMLElement>} */
  const headings = document.querySelectorAll(".md-content :is(h2, h3)[id]:not([id*='--'])");
  return [...headings]
    .filter((heading) => heading.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING)
    .at(-1);
}

/** @param {HTMLAnchorElement} link @returns {Step} */
function stepBy(link) {
  const to = pagePath(link.pathname);
  const heading = headingOf(link);
  return {
    from: pagePath(),
    to,
    place: linksTo(to).indexOf(link),
    section: heading?.id ?? "",
    title: heading?.firstChild?.textContent?.trim() ?? "",
    lang: document.documentElement.lang,
  };
}

/** @param {MouseEvent} event */
function remember(event) {
  const link = event.target instanceof Element ? event.target.closest(".md-content a[href]") : null;
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!(link instanceof HTMLAnchorElement) || elsewhere || link.origin !== location.origin) return;
  const steps = keptSteps();
  if (link.closest(".way-back")) {
    keepSteps(steps.map((step, number) => ({ ...step, returning: number === steps.length - 1 })));
    return;
  }
  const step = stepBy(link);
  const leadsBack = steps.some(({ from, to }) => step.to === to || step.to === from);
  if (TOOL.test(step.to) && step.to !== step.from && !leadsBack) keepSteps([...steps, step]);
}

/** @param {Step} step show the link that was followed */
function showPlace(step) {
  const link = linksTo(step.to)[step.place];
  if (!link) return;
  for (let fold = link.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  link.scrollIntoView({ block: "center", behavior: "instant" });
  link.focus({ preventScroll: true });
}

/** @param {Step} step put a link back above the page */
function showWayBack(step) {
  const address = pageAddress(step.from);
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const pages = document.querySelectorAll("a.md-nav__link[href]");
  const page = [...pages].find((link) => link.href === address)?.textContent?.trim();
  const content = document.querySelector(".md-content__inner");
  if (!page || !content || content.querySelector(".way-back")) return;
  const link = document.createElement("a");
  link.href = step.section ? `${address}#${step.section}` : address;
  // The title of a section is known in the language of the text alone.
  const hasTitle = step.title && step.lang === document.documentElement.lang;
  link.textContent = hasTitle ? word("way_back.section", { page, section: step.title }) : word("way_back.page", { page });
  const line = document.createElement("p");
  line.className = "way-back";
  line.append(link);
  content.prepend(line);
}

/** On each page that is shown: go on with the steps that led here, and forget those that did not. */
export function startWayBack() {
  const here = pagePath();
  const steps = keptSteps();
  const last = steps.at(-1);
  if (last?.returning && last.from === here) showPlace(last);
  const led = steps.slice(0, steps.map((step) => step.to).lastIndexOf(here) + 1);
  keepSteps(led.map((step) => ({ ...step, returning: false })));
  const step = led.at(-1);
  if (step) showWayBack(step);
}

/** Remember the links that readers follow, on this page and on those that follow it. */
export function rememberWays() {
  addEventListener("click", remember, { capture: true });
}

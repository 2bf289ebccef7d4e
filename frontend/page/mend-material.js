/** Names and roles that Material's own templates leave out. */

import { word } from "../shared/words.js";

/** Mend the page that is shown; safe to call again. */
export function mendMaterial() {
  const dialog = document.querySelector("[data-md-component=search]");
  dialog?.setAttribute("aria-label", word("search.title"));
  dialog?.querySelector(".md-search__inner")?.removeAttribute("role");
  const results = dialog?.querySelector(".md-search__scrollwrap");
  results?.setAttribute("role", "region");
  results?.setAttribute("aria-label", word("search.results"));
  // A part with a page of its own leaves its list without a name.
  for (const nav of document.querySelectorAll("nav.md-nav[aria-labelledby]")) {
    const label = document.getElementById(nav.getAttribute("aria-labelledby") ?? "");
    const link = nav.parentElement?.querySelector("a.md-nav__link");
    if (!label || label.textContent?.trim() || !link) continue;
    nav.removeAttribute("aria-labelledby");
    nav.setAttribute("aria-label", link.textContent?.trim() ?? "");
  }
  // A list has no such state; Material sets it on the navigation.
  for (const nav of document.querySelectorAll(".md-nav[aria-expanded]")) nav.removeAttribute("aria-expanded");
}

/** A link past everything above the first figure, beside the one past the navigation. */
export function mendSkipLinks() {
  const figure = document.querySelector("sales-calculator form :is(input, select)");
  const links = document.querySelector("[data-md-component=skip]");
  if (!figure || !links || links.querySelector("[data-skip]")) return;
  const link = document.createElement("a");
  link.className = "md-skip";
  link.dataset.skip = "";
  link.href = `#${figure.id}`;
  link.textContent = word("skip.calculator");
  links.append(link);
}

/** The sign that opens the menu on a narrow screen becomes a button, for the keyboard and for screen readers. */
export function mendMenu() {
  const sign = document.querySelector("label.md-header__button[for=__drawer]");
  const drawer = document.querySelector("#__drawer");
  if (!sign || !(drawer instanceof HTMLInputElement)) return;
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = "md-header__button md-icon menu-button";
  opener.setAttribute("aria-label", word("menu"));
  opener.append(...sign.childNodes);
  opener.addEventListener("click", () => drawer.click());
  const tell = () => opener.setAttribute("aria-expanded", String(drawer.checked));
  drawer.addEventListener("change", tell);
  tell();
  sign.replaceWith(opener);
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

/** Enter before there is a result stays in search: the policy lets no form be sent. */
export function mendSearchForm() {
  document.forms.namedItem("search")?.addEventListener("submit", (event) => event.preventDefault());
}

/** A result of search is shown where it stands: on a phone Material holds the page still while search is open. */
export function mendScrollLock() {
  let before = location.href;
  const showResult = () =>
    (document.querySelector(":target") ?? document.documentElement).scrollIntoView({ behavior: "instant" });
  new MutationObserver(() => {
    if (document.body.hasAttribute("data-md-scrolllock")) before = location.href;
    // Only the next frame knows how long the page is again.
    else if (location.href !== before) requestAnimationFrame(showResult);
  }).observe(document.body, { attributeFilter: ["data-md-scrolllock"] });
}

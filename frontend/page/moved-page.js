/** On a page that has moved: go on at once, and keep the section and the figures in the fragment. */

const link = document.querySelector("a#moved-page");
if (link instanceof HTMLAnchorElement) location.replace(link.href + location.hash);

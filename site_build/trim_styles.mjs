// Writes the theme's styles without what no page can use, and ours after them: `node trim_styles.mjs SITE OURS THEME...`.
// A rule goes where each of its selectors names a class that stands in no page and that no script gives, or a setting
// that no page has; then each variable goes that nothing asks for any more.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import postcss from "postcss";
import selectorParser from "postcss-selector-parser";

// What the theme's scripts give. The other names in them are those of features that this site leaves off.
const GIVEN = /^(js|focus-visible|tabbed-.*|md-.*)$/;
const LEFT_OFF = /^md-(annotation|code|consent|progress|source|status|version)\b/;
// Attributes of which only the values that stand in pages count. A script gives one more, `data-md-color-switching`, for
// which frontend/page/header.css has a rule that costs a page nothing at its start.
const SETTINGS = /^(dir$|data-md-color-)/;
const WRITTEN_SETTINGS = /\s((?:dir|data-md-color-\w+)="[^"]*")/g;
const CLASSES = /\sclass="?([^">]+)/g;

const [site, own, ...theme] = process.argv.slice(2);
const files = readdirSync(site, { recursive: true, encoding: "utf8" });
const texts = (/** @type {string} */ end) =>
  files.filter((name) => name.endsWith(end)).map((name) => readFileSync(join(site, name), "utf8"));
const pages = texts(".html");
const scripts = texts(".js").join("\n");
const written = pages.flatMap((page) => [...page.matchAll(WRITTEN_SETTINGS)].map((found) => found[1]));
const settings = new Set(written.flatMap((setting) => [setting, setting.replace(/=.*/, "")]));
const inPages = new Set(pages.flatMap((page) => [...page.matchAll(CLASSES)].flatMap((found) => found[1].split(/\s+/))));

/** @param {string} name @returns {boolean} whether an element can have the class */
function isGiven(name) {
  if (inPages.has(name)) return true;
  if (!GIVEN.test(name) || LEFT_OFF.test(name)) return false;
  // A script may put a kind to a name: `tabbed-control--${side}`.
  return scripts.includes(name) || (name.includes("--") && scripts.includes(`${name.replace(/--.*/, "--")}\${`));
}

/** @param {import("postcss-selector-parser").Attribute} part @returns {boolean} whether an element can have it */
const isSet = ({ attribute, value }) =>
  !SETTINGS.test(attribute) || settings.has(value === undefined ? attribute : `${attribute}="${value}"`);

/** @param {import("postcss-selector-parser").Node} part @returns {boolean} whether an element can be so */
function isPossible(part) {
  if (part.type === "class") return isGiven(part.value);
  if (part.type === "attribute") return isSet(part);
  if (part.type !== "pseudo" || part.value === ":not" || !part.nodes.length) return true;
  return part.nodes.some((selector) => selector.nodes.every(isPossible));
}

/** @param {any} rule */
function trim(rule) {
  // What stands in keyframes is no selector.
  if (rule.parent?.type === "atrule" && rule.parent.name.endsWith("keyframes")) return;
  const left = selectorParser().astSync(rule.selector).nodes.filter((selector) => selector.nodes.every(isPossible));
  if (left.length) rule.selector = left.join(",");
  else rule.remove();
}

/** @param {import("postcss").Root} style the theme's @returns {boolean} whether variables went that nothing asks for */
function trimVariables(style) {
  const asked = new Set([...`${style}${ours}`.matchAll(/var\(\s*(--[\w-]+)/g)].map((found) => found[1]));
  let isTrimmed = false;
  style.walkDecls(/^--/, (declaration) => {
    if (asked.has(declaration.prop)) return;
    const { parent } = declaration;
    declaration.remove();
    if (!parent?.nodes?.length) parent?.remove();
    isTrimmed = true;
  });
  return isTrimmed;
}

const ours = readFileSync(own, "utf8");
const style = postcss.parse(theme.map((name) => readFileSync(name, "utf8")).join("\n"));
style.walkComments((comment) => void comment.remove());
style.walkRules(trim);
while (trimVariables(style));
style.walkAtRules((rule) => {
  if (rule.nodes && !rule.nodes.length) rule.remove();
});
process.stdout.write(`${style}${ours}`);

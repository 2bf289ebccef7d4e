/**
 * Material's search worker, asked for more forms of each word, and given its index when somebody searches.
 *
 * Material looks for words that start with what was typed, so "verkopers" misses "verkoper". This worker adds shorter
 * forms before the question reaches Material's own worker, whose address comes as a parameter. Material also hands over
 * the index on every page, searched or not: the build leaves that one empty (site_build/search.py), and this worker
 * fetches the pages with the first question.
 */

const PAGES = "../../../search/pages.json";
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

const SHORTEST = 4;

/** @param {string} word @returns {string[]} the word, its stem, and the stem with its other spelling */
function forms(word) {
  const plain = word.toLowerCase();
  if (plain.length <= SHORTEST || !/^[\p{L}]+$/u.test(plain)) return [word];
  const found = [word];
  // company - companies: what both begin with.
  const stem = plain.replace(/(?:ies|y|en|s|es|e)$/, "");
  if (stem.length >= SHORTEST - 1) {
    found.push(stem);
    // bezwaar - bezwaren, afspraak - afspraken: a long vowel is written once before an ending.
    found.push(stem.replace(/([aeou])\1([^aeiou])$/, "$1$2"));
    found.push(stem.replace(/([^aeiou])([aeou])([^aeiouwx])$/, "$1$2$2$3"));
  }
  return [...new Set(found)];
}

const address = new URL(self.location.href);
const material = address.searchParams.get("worker");

/** @type {{ config: object, docs: object[], options: object } | null} what Material set up, without pages */
let setup = null;
/** @type {"empty" | "fetching" | "filling" | "filled"} */
let index = "empty";
/** @type {string | null} the question that waits for the pages */
let waiting = null;

const tell = self.postMessage.bind(self);
self.postMessage = (/** @type {any} */ message) => {
  tell(message);
  if (index === "filling" && message?.type === READY) {
    index = "filled";
    if (waiting !== null) ask(QUERY, waiting);
    waiting = null;
  }
};

/** @param {number} type @param {unknown} data hand a message to Material's worker */
function ask(type, data) {
  self.dispatchEvent(new MessageEvent("message", { data: { type, data } }));
}

/** Fetch the pages; where that fails, the next question tries again. */
async function fill() {
  index = "fetching";
  try {
    const answer = await fetch(new URL(PAGES, address));
    if (!answer.ok) throw new Error(String(answer.status));
    const docs = await answer.json();
    index = "filling";
    ask(SETUP, { ...setup, docs });
  } catch {
    index = "empty";
  }
}

self.addEventListener("message", (event) => {
  const message = event.data;
  if (message?.type === SETUP && !setup) {
    event.stopImmediatePropagation();
    setup = message.data;
    tell({ type: READY });
  } else if (message?.type === QUERY && typeof message.data === "string") {
    if (index !== "filled") {
      event.stopImmediatePropagation();
      // Material asks for nothing on every page.
      if (!message.data.trim()) {
        tell({ type: RESULT, data: { items: [] } });
        return;
      }
      waiting = message.data;
      if (index === "empty") fill();
      return;
    }
    message.data = message.data.split(/\s+/).flatMap(forms).join(" ");
  }
});

if (material && /^[\w.-]+\.js$/.test(material)) {
  // @ts-ignore - importScripts belongs to workers, which tsc does not know beside the page's own types
  self.importScripts(new URL(material, address).href);
}

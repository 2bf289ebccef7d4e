/**
 * Material's search worker, asked for other words than were typed, and fetched with its index when somebody searches.
 *
 * A question is changed before it reaches Material's own worker, whose address comes as a parameter. Material also hands
 * over the index on every page, searched or not: the build leaves that one empty (site_build/search.py), and this worker
 * fetches the pages, and Material's worker, with the first question.
 */

import { askedWords, seenTerms } from "./asked-words.js";

const PAGES = "../../../search/pages.json";
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

const address = new URL(self.location.href);
const material = address.searchParams.get("worker");

/** @type {{ config: { lang: string[] }, docs: object[], options: object } | null} what Material set up, without pages */
let setup = null;
/** @type {"empty" | "fetching" | "filling" | "filled"} */
let index = "empty";
/** Whether Material's own worker is here. */
let isLoaded = false;
/** @type {string | null} the question that waits for the pages */
let waiting = null;
/** @type {string[][]} for each place the phrases that lead there */
let places = [];

const tell = self.postMessage.bind(self);
self.postMessage = (/** @type {any} */ message) => {
  for (const item of message?.data?.items?.flat() ?? []) item.terms = seenTerms(item.terms);
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

/** @param {string} word @returns {boolean} whether it is common in the language of the pages */
function isCommon(word) {
  const lunr = Reflect.get(self, "lunr");
  const language = lunr?.[setup?.config.lang[0] ?? ""] ?? lunr;
  return Boolean(language) && !language.stopWordFilter(word);
}

/**
 * lunr tells the nodes of its tree of words apart by labels and numbers written one behind the other, so that a digit in
 * a word can pass for the number of a node; then a search for "year" finds a word that is in no page, and fails.
 */
function keepNodesApart() {
  const nodes = Reflect.get(self, "lunr").TokenSet.prototype;
  nodes.toString = /** @this {{ final: boolean, edges: Record<string, { id: number }> }} */ function () {
    const edges = Object.keys(this.edges).sort().map((label) => `${label}:${this.edges[label].id}`);
    return [this.final, ...edges].join();
  };
}

/** Load Material's own worker into this one: what it listens to, it hears from then on. */
function loadMaterial() {
  if (isLoaded || !material || !/^[\w.-]+\.js$/.test(material)) return;
  // @ts-ignore - importScripts belongs to workers, which tsc does not know beside the page's own types
  self.importScripts(new URL(material, address).href);
  keepNodesApart();
  isLoaded = true;
}

/** Fetch the pages; where that fails, the next question tries again. */
async function fill() {
  index = "fetching";
  try {
    const answer = await fetch(new URL(PAGES, address));
    if (!answer.ok) throw new Error(String(answer.status));
    /** @type {{ phrases?: string[] }[]} */
    const docs = await answer.json();
    places = docs.flatMap((doc) => (doc.phrases ? [doc.phrases] : []));
    loadMaterial();
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
    message.data = askedWords(message.data, isCommon, places);
  }
});

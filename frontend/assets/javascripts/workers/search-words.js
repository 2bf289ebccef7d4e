/**
 * Material's search worker, asked for more forms of each word.
 *
 * Material looks for words that start with what was typed, so "verkopers" misses "verkoper". This worker adds shorter
 * forms before the question reaches Material's own worker, whose address comes as a parameter.
 */

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

self.addEventListener("message", (event) => {
  const message = event.data;
  if (message && message.type === 2 && typeof message.data === "string") {
    message.data = message.data.split(/\s+/).flatMap(forms).join(" ");
  }
});

if (material && /^[\w.-]+\.js$/.test(material)) {
  // @ts-ignore - importScripts belongs to workers, which tsc does not know beside the page's own types
  self.importScripts(new URL(material, address).href);
}

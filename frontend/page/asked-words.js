/** What search asks for when a reader types: words in their other forms, and the phrases that lead to a page. */

const SHORTEST = 4;
/** A word as it was typed counts more than one that begins or ends otherwise. */
const EXACT = 4;
/** What a phrase counts that holds every word that was typed, and no other. */
const WHOLE = 10;
/** What a common word counts in it, beside one that says something. */
const COMMON = 0.25;

/** What a phrase begins with in the index (`site_build/search.py`), so that no word finds it. */
const SIGN = "=";

/** @typedef {{ typed: string, isLast: boolean }} Word */

/** @param {string} text @returns {string[]} its words in small letters, without what stands around them */
const wordsOf = (text) => text.toLowerCase().replaceAll("’", "'").split(/[\s.,;:!?"“”„…()*~^+=-]+/).filter(Boolean);

/** @param {string} word @returns {string[]} the word, its stem, and the stem with its other spelling */
function forms(word) {
  if (word.length <= SHORTEST || !/^[\p{L}]+$/u.test(word)) return [word];
  const found = [word];
  // company - companies: what both begin with.
  const stem = word.replace(/(?:ies|y|en|s|es|e)$/, "");
  if (stem.length >= SHORTEST - 1) {
    found.push(stem);
    // bezwaar - bezwaren, afspraak - afspraken: a long vowel is written once before an ending.
    found.push(stem.replace(/([aeou])\1([^aeiou])$/, "$1$2"));
    found.push(stem.replace(/([^aeiou])([aeou])([^aeiouwx])$/, "$1$2$2$3"));
    // prijs - prijzen, brief - brieven.
    found.push(stem.replace(/z$/, "s").replace(/v$/, "f"));
  }
  return [...new Set(found)];
}

/**
 * Material finds all words that start with what it is asked for, unless that carries a weight. Only the word that is
 * being typed may be the beginning of another one; a short word that is finished is asked for as it is.
 *
 * @param {Word} word
 * @returns {string[]} what to ask for
 */
function asked({ typed, isLast }) {
  const exact = `${typed}^${EXACT}`;
  return typed.length > SHORTEST || isLast ? [exact, ...forms(typed)] : [exact];
}

/** @param {Word} word @param {string} other @returns {number} whether they are the same word: 1, or less if begun */
function likeness({ typed, isLast }, other) {
  const others = forms(other);
  if (typed === other || forms(typed).some((form) => others.includes(form))) return 1;
  return isLast && other.startsWith(typed) ? typed.length / other.length : 0;
}

/**
 * How well what was typed fits a phrase: common words say little, but the others must all be known on one side.
 *
 * @param {Word[]} words
 * @param {string[]} phrase
 * @param {(word: string) => boolean} says whether a word says something
 * @returns {number} from 0 to 1: 0 where each says something that the other does not
 */
function fit(words, phrase, says) {
  const weight = (/** @type {string} */ word) => (says(word) ? 1 : COMMON);
  const total = (/** @type {string[]} */ all) => all.reduce((sum, word) => sum + weight(word), 0);
  const typed = words.map((word) => word.typed);
  const alike = words.map((word) => Math.max(0, ...phrase.map((other) => likeness(word, other))));
  const counts = [typed, phrase].map((all) => all.filter(says).length);
  // A word that has only been begun may still become another one.
  const enough = counts[1] < counts[0] ? 1 : Number.MIN_VALUE;
  const known = words.filter((word, at) => says(word.typed) && alike[at] >= enough).length;
  if (!counts[1] || known < Math.min(...counts)) return 0;
  const shared = words.reduce((sum, word, at) => sum + alike[at] * weight(word.typed), 0);
  return shared / Math.max(total(typed), total(phrase));
}

/**
 * Common words, and one that has only been begun, count where nothing else was typed; and then phrases that begin so
 * say what is meant.
 *
 * @param {string} typed
 * @param {(word: string) => boolean} isCommon whether a word in small letters is common in the language
 * @param {string[][]} places for each place the phrases that lead there, as the index holds them: "=te_duur"
 * @returns {string} what to ask for
 */
export function askedWords(typed, isCommon, places) {
  const all = wordsOf(typed);
  const words = all.map((word, at) => ({ typed: word, isLast: at === all.length - 1 && !/\s$/.test(typed) }));
  const isUncommon = (/** @type {string} */ word) => !isCommon(word.split("'")[0]);
  const says = (/** @type {string} */ word) => word.length > 2 && isUncommon(word);
  const meant = words.filter((word) => says(word.typed));
  const begins = (/** @type {string[]} */ phrase) => all.length > 0 && phrase.join(" ").startsWith(all.join(" "));
  /** @param {string} written */
  const weigh = (written) => {
    const phrase = written.slice(SIGN.length).split("_");
    const weight = meant.length ? fit(words, phrase, says) ** 2 : Number(begins(phrase));
    return { written, weight: weight && Math.max(1, Math.round(weight * WHOLE)) };
  };
  const leads = places.flatMap((phrases) => {
    const best = phrases.map(weigh).reduce((one, other) => (other.weight > one.weight ? other : one));
    return best.weight ? [`${best.written}^${best.weight}`] : [];
  });
  if (meant.length) return [...leads, ...meant.flatMap(asked)].join(" ");
  const begun = words.filter((word) => isUncommon(word.typed)).map((word) => word.typed);
  if (leads.length || begun.length) return (leads.length ? leads : begun).join(" ");
  return all.map((word) => `${word}^1`).join(" ");
}

/**
 * @param {Record<string, boolean>} terms what was asked for, as Material names it in the address of a result
 * @returns {Record<string, boolean>} only what a reader can find on the page
 */
export function seenTerms(terms) {
  return Object.fromEntries(Object.entries(terms).filter(([term]) => !term.startsWith(SIGN)));
}

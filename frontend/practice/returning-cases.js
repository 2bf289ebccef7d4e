/**
 * Cases that were missed come back after a day, a week and a month. Nothing here needs a page or a clock.
 *
 * A case goes by its drill and its name, such as `price-objection/crane-later`; days are written like `2026-11-25`.
 */

/**
 * @typedef {{box: number, day: string}} Answered box 1, 2 or 3 for a case that comes back a day, a week or a month after
 *   the day; 0 for one that does not
 */

const TO_BE_SEEN_AGAIN = 1;
const LAST_BOX = 3;
const WRITTEN = /^([0-3]) (\d{4}-\d\d-\d\d)$/;

/** @param {string} text as of `textOf`, or anything else @returns {Map<string, Answered>} what can be read of it */
export function casesIn(text) {
  /** @type {Map<string, Answered>} */
  const cases = new Map();
  for (const [name, written] of entriesIn(text)) {
    const [, box, day] = WRITTEN.exec(String(written)) ?? [];
    if (day) cases.set(name, { box: Number(box), day });
  }
  return cases;
}

/** @param {string} text @returns {[string, unknown][]} */
function entriesIn(text) {
  try {
    return Object.entries(JSON.parse(text));
  } catch {
    return [];
  }
}

/** @param {Map<string, Answered>} cases @returns {string} */
export function textOf(cases) {
  return JSON.stringify(Object.fromEntries([...cases].map(([name, { box, day }]) => [name, `${box} ${day}`])));
}

/**
 * @param {Answered | undefined} before what was known of the case, if anything
 * @param {boolean} isRight whether all its questions were answered right
 * @param {string} today
 * @returns {Answered} what is known of it from now on; a right answer only counts on a day that it was to come back
 */
export function afterAnswer(before, isRight, today) {
  if (!isRight) return { box: TO_BE_SEEN_AGAIN, day: today };
  if (!before) return { box: 0, day: today };
  if (!isDue(before, today)) return before;
  return { box: before.box === LAST_BOX ? 0 : before.box + 1, day: today };
}

/**
 * @param {Map<string, Answered>} before what was known, and then forgotten
 * @param {Map<string, Answered>} since what was answered after that, as if for the first time
 * @returns {Map<string, Answered>} what would be known if it had not been forgotten
 */
export function broughtBack(before, since) {
  const cases = new Map(before);
  for (const [name, { box, day }] of since) {
    cases.set(name, afterAnswer(before.get(name), box !== TO_BE_SEEN_AGAIN, day));
  }
  return cases;
}

/** @param {Answered} known in a box @returns {string} the day from which it is to come back */
export function returnDay({ box, day }) {
  const [year, month, date] = day.split("-").map(Number);
  const lastOfNextMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const moment =
    box === LAST_BOX
      ? Date.UTC(year, month, Math.min(date, lastOfNextMonth))
      : Date.UTC(year, month - 1, date + (box === TO_BE_SEEN_AGAIN ? 1 : 7));
  return new Date(moment).toISOString().slice(0, 10);
}

/**
 * @param {Answered} known
 * @param {string} today
 * @returns {boolean} whether it is to come back; also where a clock that was wrong gave it a day that is still to come
 */
function isDue(known, today) {
  return known.box > 0 && (known.day > today || returnDay(known) <= today);
}

/**
 * @param {string[]} names of all cases that there are
 * @param {Map<string, Answered>} known
 * @param {string} today
 * @returns {{due: string[], unseen: string[], next: string}} those that are to come back, the longest waiting first;
 *   those that were never answered; the day on which the next one comes back, or nothing
 */
export function plan(names, known, today) {
  /** @type {[string, string][]} */
  const returns = [];
  /** @type {string[]} */
  const later = [];
  for (const name of names) {
    const found = known.get(name);
    if (!found?.box) continue;
    if (isDue(found, today)) returns.push([returnDay(found), name]);
    else later.push(returnDay(found));
  }
  return {
    due: returns.sort().map(([, name]) => name),
    unseen: names.filter((name) => !known.has(name)),
    next: later.sort()[0] ?? "",
  };
}

/**
 * @param {{due: string[], unseen: string[]}} planned
 * @param {number} most
 * @returns {string[]} the cases of a round: first those that are to come back, then those never seen, each group with
 *   the drills in turn
 */
export function roundOf({ due, unseen }, most) {
  const back = inTurn(due.slice(0, most));
  return [...back, ...inTurn(unseen).slice(0, most - back.length)];
}

/** @param {string[]} names @returns {string[]} one of each drill in turn, those of a drill in the order that they had */
function inTurn(names) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const turns = names.map((name) => {
    const drill = name.split("/")[0];
    const turn = counts.get(drill) ?? 0;
    counts.set(drill, turn + 1);
    return { name, turn };
  });
  return turns.sort((one, other) => one.turn - other.turn).map(({ name }) => name);
}

/** The reviews in this browser's database, and word of changes from its other tabs. */

import { createStore, delMany, entries, setMany } from "idb-keyval";

/** @typedef {import("./review.js").Review} Review */

const NAME = "playbook-reviews";
const store = createStore(NAME, "reviews");

export class ReviewStore {
  /** @type {BroadcastChannel | null} */
  #channel = null;

  /** @param {() => void} changed called when another tab changed something */
  constructor(changed) {
    try {
      this.#channel = new BroadcastChannel(NAME);
      this.#channel.addEventListener("message", changed);
    } catch {
      // Firefox refuses it where it keeps nothing.
    }
  }

  /** @returns {Promise<[string, unknown][] | null>} whatever is kept, by id; null where this browser keeps nothing */
  async all() {
    return attempt(async () => (await entries(store)).map(([id, found]) => [String(id), found]));
  }

  /** @param {Review[]} reviews @returns {Promise<boolean>} whether all are kept; none is where it is false */
  async keep(reviews) {
    return this.#write(() => setMany(reviews.map((review) => [review.id, review]), store));
  }

  /** @param {string[]} ids @returns {Promise<boolean>} whether they are gone */
  async forget(ids) {
    return this.#write(() => delMany(ids, store));
  }

  close() {
    this.#channel?.close();
  }

  /** @param {() => Promise<void>} act @returns {Promise<boolean>} */
  async #write(act) {
    const isDone = await attempt(async () => {
      await act();
      this.#channel?.postMessage("changed");
      return true;
    });
    return isDone ?? false;
  }
}

/**
 * @template Value
 * @param {() => Promise<Value>} act
 * @returns {Promise<Value | null>} null where the browser refuses, as in a private window, or has no room left
 */
async function attempt(act) {
  try {
    return await act();
  } catch {
    return null;
  }
}

/**
 * An image of Python's memory on the reader's device, so that a later visit starts where the first one stood before its
 * first question: it holds no figure of a reader's. It is kept for one build of the site and believed only where its
 * hash agrees. Where a browser keeps nothing, or no longer, Python starts as on a first visit.
 */

import { addressOf, hash } from "./runtime-files.js";

const HASH = "x-sha256";
const ADDRESS = addressOf("kept.image"); // no server has it
// Another copy of the site on the same host keeps its own.
const CACHES = `python-image-${new URL(ADDRESS).pathname}-`;

/**
 * @param {string} build the names of the folders that it was made from
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>} what was kept, where it is sound
 */
export async function keptImage(build) {
  try {
    const response = await caches.match(ADDRESS, { cacheName: CACHES + build });
    if (!response) return null;
    const image = new Uint8Array(await response.arrayBuffer());
    return (await hash(image)) === response.headers.get(HASH) ? image : null;
  } catch {
    return null; // no place to keep anything in, as in a private window
  }
}

/**
 * Keeps an image, in the place of those of earlier builds.
 *
 * @param {string} build
 * @param {Blob} image
 * @returns {Promise<boolean>} whether it is kept
 */
export async function keepImage(build, image) {
  try {
    await forgetImages();
    const found = await hash(new Uint8Array(await image.arrayBuffer()));
    const cache = await caches.open(CACHES + build);
    await cache.put(ADDRESS, new Response(image, { headers: { [HASH]: found } }));
    return true;
  } catch {
    await forgetImages(); // a full disk: half an image is of no use
    return false;
  }
}

/** Lets go of all that was kept. */
export async function forgetImages() {
  try {
    const names = (await caches.keys()).filter((name) => name.startsWith(CACHES));
    await Promise.all(names.map((name) => caches.delete(name)));
  } catch {
    // Nothing can be kept here, so that there is nothing to forget.
  }
}

/** The reader's connection, where the browser tells of it. */

/**
 * @returns {boolean} whether a reader pays for each byte, or waits long for it: nothing large is fetched before the
 *   reader asks for it
 */
export function isSparing() {
  const { connection } = /** @type {{connection?: {saveData?: boolean, effectiveType?: string}}} */ (navigator);
  return Boolean(connection?.saveData) || /2g|3g/.test(connection?.effectiveType ?? "");
}

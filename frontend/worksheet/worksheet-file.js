/** A filled-in worksheet as text: the same on this device and in a file. */

const FORMAT = "sales-playbook-worksheet";
const VERSION = 1;
const LONGEST = 20000;

/** @param {string} worksheet @param {Record<string, string>} values @returns {string} */
export function fileOf(worksheet, values) {
  return JSON.stringify({ format: FORMAT, version: VERSION, worksheet, values }, null, 2);
}

/**
 * @param {string} text
 * @returns {{ worksheet: string, values: Record<string, string> }} the name of the sheet, and its texts
 * @throws {Error} where it is no worksheet of this playbook
 */
export function valuesIn(text) {
  const found = JSON.parse(text);
  const values = found?.values;
  const isSheet =
    found?.format === FORMAT && found.version === VERSION && typeof found.worksheet === "string" && isRecord(values);
  if (!isSheet) throw new Error("no worksheet");
  return { worksheet: found.worksheet, values };
}

/** @param {unknown} values @returns {values is Record<string, string>} */
function isRecord(values) {
  return (
    typeof values === "object" &&
    values !== null &&
    !Array.isArray(values) &&
    Object.values(values).every((value) => typeof value === "string" && value.length <= LONGEST)
  );
}

/** @param {Date} moment @returns {string} its day on the reader's calendar, such as `2026-11-25` */
export function localDay(moment) {
  const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-");
}

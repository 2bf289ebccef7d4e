/** @param {Date} moment @returns {string} its day as people write it in the language of the page */
export function writtenDay(moment) {
  const { lang } = document.documentElement;
  return moment.toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "long" });
}

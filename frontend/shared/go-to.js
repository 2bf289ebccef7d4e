/** Goes to another page of this site as a link does, so that instant navigation keeps what this tab holds. */

/** @param {string} address */
export function goTo(address) {
  const link = document.createElement("a");
  link.href = address;
  document.body.append(link);
  link.click();
  link.remove();
}

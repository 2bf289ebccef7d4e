/** Text that the form writes in an input for the reader: by a slider, a button, the calendar. */

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {string} text in the notation of the page
 */
export function write(input, text) {
  if (input.readOnly || input.value === text) return;
  input.value = text;
  input.dispatchEvent(new Event("written", { bubbles: true }));
}

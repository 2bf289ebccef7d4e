/** What types for a reader, beside the inputs of a form: sliders, steps by button and arrow key, a sign, a calendar. */

import { openCalendar } from "./calendar.js";

/**
 * @param {HTMLFormElement} form
 * @param {import("./form-fields.js").FormFields} fields
 * @param {{calculator: string, lang: string, signal: AbortSignal}} place
 */
export function listenToAids(form, fields, { calculator, lang, signal }) {
  const stepperAt = (/** @type {Element} */ control) => fields.steppers.get(fields.nameAt(control));
  const slid = (/** @type {Event} */ event) => {
    const control = /** @type {HTMLInputElement} */ (event.target);
    if (control.type !== "range") return;
    // The text that it writes is what was typed.
    event.stopPropagation();
    stepperAt(control)?.slide();
  };
  const pressed = (/** @type {MouseEvent} */ event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-step], [data-types]");
    if (!(button instanceof HTMLElement)) return;
    if (button.dataset.step) stepperAt(button)?.step(/** @type {"less" | "more"} */ (button.dataset.step));
    else if (button.dataset.types === "sign") turnSign(inputBeside(button));
    else openCalendar(button, inputBeside(button), { calculator, lang });
  };
  const arrowed = (/** @type {KeyboardEvent} */ event) => {
    const direction = { ArrowDown: "less", ArrowUp: "more" }[event.key];
    const control = /** @type {HTMLInputElement} */ (event.target);
    const stepper = direction && control.type === "text" ? stepperAt(control) : undefined;
    if (!stepper || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    stepper.step(/** @type {"less" | "more"} */ (direction));
  };
  form.addEventListener("input", slid, { signal, capture: true });
  form.addEventListener("click", pressed, { signal });
  form.addEventListener("keydown", arrowed, { signal });
}

/** @param {HTMLElement} button @returns {HTMLInputElement} the one in the same box */
function inputBeside(button) {
  return /** @type {HTMLInputElement} */ (button.parentElement?.querySelector("input[type=text]"));
}

/** Puts a minus before what was typed, or takes it away. @param {HTMLInputElement} input */
function turnSign(input) {
  if (input.readOnly) return;
  const [, minus, rest] = /** @type {RegExpExecArray} */ (/^\s*([-−]?)(.*)$/s.exec(input.value));
  input.value = minus ? rest : `−${rest}`;
  input.focus();
  // The rest stays in the notation that it was typed in.
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

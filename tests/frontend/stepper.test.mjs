/** A slider while Python is at work, without a browser: what it writes, and when. */

import assert from "node:assert/strict";
import test from "node:test";

// What modules read of the page when they come.
Reflect.set(globalThis, "document", { querySelector: () => null });
Reflect.set(globalThis, "location", { href: "https://example.org/" });
const { Stepper } = await import("../../frontend/calculator/stepper.js");
const { python } = await import("../../frontend/python/python-client.js");

/** A field with the steps 1, 2 and 3, which stands at 1. */
function steppedField() {
  const input = { value: "1", defaultValue: "1", readOnly: false, dispatchEvent: () => true };
  const slider = { value: "0", dataset: { texts: "1|2|3", written: "one|two|three" }, setAttribute: () => {} };
  Object.defineProperty(slider, "valueAsNumber", { get: () => Number(slider.value) });
  const querySelector = (/** @type {string} */ selector) => (selector.includes("range") ? slider : input);
  const field = /** @type {any} */ ({ querySelector, querySelectorAll: () => [] });
  return { input, slider, stepper: new Stepper(field) };
}

for (const [isStopped, last] of /** @type {const} */ ([[false, "3"], [true, "2"]])) {
  const does = isStopped ? "writes nothing where its calculator left the page" : "writes where it stands by then";
  test(`a slider that waits for an answer which does not come ${does}`, (context) => {
    context.mock.timers.enable({ apis: ["setTimeout"] });
    python.state = "ready";
    const { input, slider, stepper } = steppedField();
    for (const place of ["1", "2"]) {
      slider.value = place;
      stepper.slide();
    }
    assert.equal(input.value, "2");
    if (isStopped) stepper.stop();
    context.mock.timers.tick(1000);
    assert.equal(input.value, last);
  });
}

// In a page before all else, so that Python can ask it to watch for an answer: it types as soon as there is a field that
// takes it, and notes when the expected answer stands in the page. The moments are those of the page's own clock.
const benchmark = (globalThis.benchmark = { clickedAt: 0, typedAt: 0, answeredAt: 0, longTasks: [] });

addEventListener("click", () => (benchmark.clickedAt = performance.now()), { capture: true });
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) benchmark.longTasks.push([startTime, duration]);
}).observe({ type: "longtask", buffered: true });

/** `field` and `shown` are selectors; without a field the page asks by itself. */
globalThis.watchForAnswer = ({ field, typed, shown, expected }) => {
  Object.assign(benchmark, { clickedAt: 0, typedAt: 0, answeredAt: 0 });
  const plain = (text) => text.replace(/\s+/g, " ");
  const isAnswer = (place) => plain(place.textContent).includes(expected);

  function type() {
    const place = document.querySelector(`${field}:not([readonly])`);
    if (!place) return;
    benchmark.typedAt = performance.now();
    place.focus();
    place.value = typed;
    place.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function look() {
    if (field && !benchmark.typedAt) type();
    if (![...document.querySelectorAll(shown)].some(isAnswer)) return;
    benchmark.answeredAt = performance.now();
    watcher.disconnect();
    console.debug("benchmark: answered");
  }

  const watcher = new MutationObserver(look);
  watcher.observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["readonly"],
  });
};

/** Types one number after another, and gives the milliseconds until the answer to each is in the page. */
globalThis.typeNumbers = async ({ field, shown, numbers }) => {
  const place = document.querySelector(field);
  const answer = document.querySelector(shown);
  const took = [];
  for (const number of numbers) {
    const before = answer.textContent;
    const typedAt = performance.now();
    const answered = new Promise((resolve) => {
      const watcher = new MutationObserver(() => {
        if (answer.textContent === before) return;
        watcher.disconnect();
        resolve();
      });
      watcher.observe(answer, { childList: true, subtree: true, characterData: true });
    });
    place.value = number;
    place.dispatchEvent(new Event("input", { bubbles: true }));
    await answered;
    took.push(performance.now() - typedAt);
  }
  return took;
};

// In a page before all else: types as soon as there is a field that takes it, and notes when the expected answer stands
// in the page. What to look for stands in `globalThis.benchmark`; what was seen is put beside it.
(() => {
  const seen = globalThis.benchmark;
  if (window !== top || !location.protocol.startsWith("http")) return;
  Object.assign(seen, { typedAt: 0, answeredAt: 0, longTasks: [] });

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.longTasks.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });

  const plain = (text) => text.replace(/\s+/g, " ");

  function type() {
    const place = document.querySelector(`${seen.field}:not([readonly])`);
    if (!place) return;
    seen.typedAt = performance.now();
    place.focus();
    place.value = seen.typed;
    place.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function look() {
    if (seen.field && !seen.typedAt) type();
    const places = [...document.querySelectorAll(seen.shown)];
    if (!places.some((place) => plain(place.textContent).includes(seen.expected))) return;
    seen.answeredAt = performance.now();
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
})();

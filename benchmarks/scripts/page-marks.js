// In a page before its scripts, for `benchmarks.timeline`: marks when a worker is asked for and what it says.
{
  const seen = new Set();
  const note = (name) => {
    if (!seen.has(name)) performance.mark(name);
    seen.add(name);
  };
  window.Worker = class extends Worker {
    /** @param {[string | URL, WorkerOptions?]} given */
    constructor(...given) {
      note("worker asked for");
      super(...given);
      this.addEventListener("message", ({ data }) => note(`hears ${data?.kind ?? "something"}`));
    }

    /** @param {any[]} given */
    postMessage(...given) {
      note(`says ${Object.keys(given[0] ?? {}).slice(0, 3).join(", ")}`);
      // @ts-ignore
      super.postMessage(...given);
    }
  };
}

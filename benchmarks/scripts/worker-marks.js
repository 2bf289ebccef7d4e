// At the head of the worker's script, for `benchmarks.timeline`: marks what passes between the script and the browser.
// The names are told to readers of the timeline; the first of each name counts.
{
  const seen = new Set();
  const note = (name) => {
    if (!seen.has(name)) performance.mark(name);
    seen.add(name);
  };
  const megabytes = (size) => `${(size / 1e6).toFixed(1)} MB`;
  const last = (address) => String(address.url ?? address).split("/").pop();

  /** Marks the start and the end of what a method does. */
  const wrap = (owner, method, name) => {
    const plain = owner?.[method];
    if (!plain) return;
    owner[method] = function (...given) {
      const told = name(given[0], given[1] ?? this);
      if (!told) return plain.apply(this, given);
      note(`${told}: starts`);
      const result = plain.apply(this, given);
      if (!(result instanceof Promise)) note(`${told}: done`);
      else result.then(() => note(`${told}: done`)).catch(() => note(`${told}: FAILED`));
      return result;
    };
  };
  const LARGE = 200_000;
  note("script runs");
  for (const method of ["compileStreaming", "instantiateStreaming", "compile", "instantiate"]) {
    wrap(WebAssembly, method, (given) => {
      const size = given?.byteLength ?? LARGE;
      return size < LARGE ? "" : `WebAssembly.${method}`;
    });
  }
  for (const kind of ["Module", "Instance"]) {
    const Plain = WebAssembly[kind];
    WebAssembly[kind] = new Proxy(Plain, {
      construct(target, given) {
        const isLarge = kind === "Instance" || given[0].byteLength >= LARGE;
        if (isLarge) note(`new WebAssembly.${kind}: starts`);
        const made = new target(...given);
        if (isLarge) note(`new WebAssembly.${kind}: done`);
        return made;
      },
    });
  }
  wrap(Response.prototype, "arrayBuffer", (_, response) => `${last(response)} is read whole`);
  wrap(CacheStorage.prototype, "open", () => "caches.open");
  wrap(CacheStorage.prototype, "match", () => "caches.match");
  wrap(Cache.prototype, "match", (asked) => `cache.match ${last(asked)}`);
  wrap(Cache.prototype, "put", (asked) => `cache.put ${last(asked)}`);
  wrap(IDBFactory.prototype, "open", () => "indexedDB.open");
  wrap(SubtleCrypto.prototype, "digest", (_, data) => (data.byteLength < LARGE ? "" : `hash of ${megabytes(data.byteLength)}`));
  wrap(Uint8Array.prototype, "set", (data) => (data.length < 4e6 ? "" : `copy of ${megabytes(data.length)}`));
  wrap(WebAssembly.Memory.prototype, "grow", (pages) => `memory grows by ${megabytes(pages * 65_536)}`);
  const plainPost = globalThis.postMessage;
  globalThis.postMessage = (...given) => {
    note(`says ${given[0]?.kind ?? "something"}`);
    return plainPost(...given);
  };
  addEventListener("message", ({ data }) => note(`hears ${Object.keys(data ?? {}).slice(0, 3).join(", ")}`));
}

/**
 * A browser that refuses storage throws where a script only names it; Material's stops there, and search never starts.
 *
 * In its place comes one that holds nothing and takes nothing, as that of a browser without room: scripts live with that.
 */

const refuse = () => {
  throw new DOMException("", "QuotaExceededError");
};

const NOTHING = { length: 0, key: () => null, getItem: () => null, setItem: refuse, removeItem: refuse, clear: refuse };

for (const name of ["localStorage", "sessionStorage"]) {
  try {
    Reflect.get(window, name);
  } catch {
    Object.defineProperty(window, name, { value: NOTHING });
  }
}

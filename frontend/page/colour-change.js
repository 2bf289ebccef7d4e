/**
 * Nothing fades while the reader, or the device, changes colours.
 *
 * Material has a rule for it over all elements, and turns it on at each page too, whose styles are then worked out twice
 * more: the build leaves that rule out, and this turns ours on where it is needed, before Material hears of the change.
 */

const { classList } = document.body;

function change() {
  classList.add("colours-change");
  requestAnimationFrame(() => requestAnimationFrame(() => classList.remove("colours-change")));
}

document.querySelector("[data-md-component=palette]")?.addEventListener("change", change, { capture: true });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", change);

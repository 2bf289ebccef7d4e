/** Marks on the folds that the reader opened: Material opens every fold before it prints, and answers stay folded on paper. */

/** Keep the marks right on this page and on those that follow it. */
export function startFolds() {
  addEventListener("click", (event) => {
    const folded = event.target instanceof Element ? event.target.closest("summary")?.parentElement : null;
    if (folded instanceof HTMLDetailsElement) folded.toggleAttribute("data-opened", !folded.open);
  });
}

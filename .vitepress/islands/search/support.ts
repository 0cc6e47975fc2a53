/**
 * Whether the search can open in front of a page. It needs `<dialog>` with `showModal` (Chrome 37,
 * Safari 15.4, Firefox 98): focus stays inside, the page behind is inert and Esc closes, which no
 * script of ours does as well. Elsewhere every way in stays the link it is, to the search's own page.
 */
export function hasDialog(): boolean {
  return typeof HTMLDialogElement === 'function' && 'showModal' in HTMLDialogElement.prototype
}

/**
 * Whether this browser can run the search. Where it cannot, every way in stays the link it is, to
 * the complete list at `/search.html`. Needed, with the oldest browsers that have it:
 *
 * - `<dialog>` with `showModal` (Chrome 37, Safari 15.4, Firefox 98): focus stays inside, the page
 *   behind is inert and Esc closes, which no script of ours does as well.
 * - `Array.prototype.findLast` (Chrome 97, Safari 15.4, Firefox 104): the engine uses it.
 * - Lookbehind in regular expressions (Chrome 62, Safari 16.4, Firefox 78): the engine reads dates
 *   with it, and a module with one does not even parse elsewhere.
 * - Workers that are modules (Chrome 80, Safari 15, Firefox 114): the engine loads parts of itself
 *   when they are wanted. Only starting a worker tells, see `startEngine`.
 *
 * `AbortController` is not needed: an answer that is no longer wanted is dropped on arrival.
 */
export function canSearch(): boolean {
  return (
    'Worker' in window &&
    typeof HTMLDialogElement === 'function' &&
    'showModal' in HTMLDialogElement.prototype &&
    'findLast' in Array.prototype &&
    hasLookbehind()
  )
}

function hasLookbehind(): boolean {
  try {
    // As text: written as a literal it would stop this very file where it is missing.
    return new RegExp('(?<!a)b').test('b')
  } catch {
    return false
  }
}

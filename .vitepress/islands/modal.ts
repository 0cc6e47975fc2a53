/**
 * Open a dialog in front of the page; to be closed with `closeModal`. Where `<dialog>` is unknown (Safari
 * before 15.4, Firefox before 98) it is an element in front that Esc closes, for the caller to remove on
 * `close`.
 */
export function openModal(dialog: HTMLDialogElement): void {
  if (typeof dialog.showModal === 'function') return dialog.showModal()
  dialog.setAttribute('role', 'dialog')
  dialog.setAttribute('aria-modal', 'true')
  dialog.classList.add('is-in-front')
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closeModal(dialog)
  })
}

/** Close a dialog that `openModal` opened; `close` is dispatched on it, as a browser does. */
export function closeModal(dialog: HTMLDialogElement): void {
  if (typeof dialog.close === 'function') dialog.close()
  else dialog.dispatchEvent(new Event('close'))
}

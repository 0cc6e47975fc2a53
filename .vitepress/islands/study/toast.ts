interface ToastAction {
  text: string
  act: () => void
}

/** A short message at the foot of the window, with a button or two; it goes by itself unless it asks something. */
export function toast(
  message: string,
  actions: readonly ToastAction[] = [],
  lasting = false,
): () => void {
  const box = document.createElement('div')
  box.className = 'toast toast--page toast--study screen-only'
  box.setAttribute('role', 'status')
  document.body.append(box)
  const close = () => box.remove()
  const text = document.createElement('p')
  // A live region must be there before its words are.
  requestAnimationFrame(() => (text.textContent = message))
  box.append(text)
  for (const { text, act } of [...actions, { text: '知道了', act: () => {} }]) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = text
    button.addEventListener('click', () => {
      close()
      act()
    })
    box.append(button)
  }
  if (!lasting) setTimeout(close, 9000)
  return close
}

/**
 * Load a sheet of styles that only opened parts need: `import sheet from './room.css?url&no-inline'`.
 * Resolves when it holds, or when it cannot be had; the words can be read either way.
 */
export function loadStyleSheet(address: string): Promise<void> {
  const isThere = [...document.querySelectorAll('link')].some(
    (link) => link.getAttribute('href') === address,
  )
  if (isThere) return Promise.resolve()
  return new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.onload = () => resolve()
    link.onerror = () => resolve()
    link.href = address
    // A page's own sheets stand in its body too, and the last has the last word.
    document.body.append(link)
  })
}

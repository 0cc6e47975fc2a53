// Plain JavaScript: it runs in the page that a link is followed from, as it stands. Notes when the link
// is tapped and, where a site puts the next text in place itself, when that is shown.
;(() => {
  const before = document.querySelector('h1')?.textContent
  const note = (name) =>
    sessionStorage.setItem(name, String(performance.timeOrigin + performance.now()))
  const look = () => {
    if (document.querySelector('h1')?.textContent === before) return requestAnimationFrame(look)
    requestAnimationFrame(() => note('shown'))
  }
  const begin = () => {
    note('tapped')
    look()
  }
  addEventListener('click', begin, { capture: true, once: true })
})()

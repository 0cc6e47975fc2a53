/**
 * Fetch the sheets of the pages readers go on to, once the page is there: the document names them in
 * `<meta name="ahead">`. Nothing is fetched for readers who save data, or on a slow line.
 */
export function startAhead(): void {
  const named = document.querySelector<HTMLMetaElement>('meta[name="ahead"]')?.content
  if (!named || savesData()) return
  // A prefetch link is refused by the policy of Chromium before 112; what is asked like this stays in its cache.
  const fetchAll = () => {
    for (const address of named.split(' '))
      fetch(address, { priority: 'low' }).catch(() => undefined)
  }
  if (document.readyState === 'complete') fetchAll()
  else window.addEventListener('load', fetchAll)
}

function savesData(): boolean {
  // Chromium alone says so.
  const { connection } = navigator as {
    connection?: { saveData?: boolean; effectiveType?: string }
  }
  return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? '')
}

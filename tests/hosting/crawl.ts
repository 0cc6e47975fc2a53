import { Parser } from 'htmlparser2'

interface Crawled {
  pages: number
  files: number
  /** `address: what is wrong`, with the page that led there. */
  faults: string[]
}

/** Ask for every address the site leads to, from its first page on, and for every file those name. */
export async function crawl(origin: string, base: string, publicUrl: string): Promise<Crawled> {
  const first = new URL(base, origin).href
  const waiting = [{ address: first, from: 'start' }]
  const seen = new Set([first])
  const crawled: Crawled = { pages: 0, files: 0, faults: [] }
  while (waiting.length > 0) {
    const some = waiting.splice(0, 16)
    const found = await Promise.all(some.map(({ address, from }) => visit(address, from, crawled)))
    for (const { address, links } of found.flat())
      for (const link of links) {
        const here = link.startsWith(publicUrl) ? link.replace(publicUrl, origin) : link
        if (!URL.canParse(here, address)) continue
        const next = new URL(here, address)
        next.hash = ''
        next.search = ''
        if (next.origin !== origin || seen.has(next.href)) continue
        seen.add(next.href)
        waiting.push({ address: next.href, from: address })
      }
  }
  return crawled
}

async function visit(address: string, from: string, crawled: Crawled) {
  const response = await fetch(address)
  const type = response.headers.get('content-type') ?? ''
  if (response.status !== 200) crawled.faults.push(`${address} (${from}): ${response.status}`)
  if (!type.startsWith('text/html')) {
    await response.arrayBuffer()
    crawled.files++
    return []
  }
  crawled.pages++
  return [{ address, links: linksOf(await response.text()) }]
}

/** Addresses a page leads to or loads. */
function linksOf(html: string): string[] {
  const links: string[] = []
  const parser = new Parser({
    onopentag(_name, { href, src, poster, srcset, content, property }) {
      for (const written of [href, src, poster, property === 'og:image' ? content : undefined])
        if (written) links.push(written)
      for (const candidate of (srcset ?? '').split(',')) {
        const [written] = candidate.trim().split(' ')
        if (written) links.push(written)
      }
    },
  })
  parser.end(html)
  return links.filter((link) => !/^(mailto|tel|data):/.test(link))
}

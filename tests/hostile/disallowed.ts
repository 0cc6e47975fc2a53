import { Parser } from 'htmlparser2'

/** Elements that could run, load or lead somewhere, and never come from content. */
const forbidden = new Set([
  ...['iframe', 'object', 'embed', 'base', 'style', 'frame', 'applet', 'math', 'foreignobject'],
  'template',
])
const schemes = /^(https?:|mailto:|tel:|data:image\/svg\+xml)/i

/** What HTML holds that content must not bring: elements, attributes, schemes, files of other origins. */
export function disallowed(html: string, origin = 'https://portal.test/'): string[] {
  const faults: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      const fault = (what: string) => faults.push(`<${name}> ${what}`)
      if (forbidden.has(name)) fault('is forbidden')
      const isData = /^(application\/ld\+json|speculationrules)$/.test(attributes.type ?? '')
      if (name === 'script' && !attributes.src && !isData) fault('runs')
      const act = attributes['http-equiv']
      if (name === 'meta' && act && act !== 'Content-Security-Policy') fault('acts')
      for (const [key, value] of Object.entries(attributes)) {
        if (/^on|^style$|^srcdoc$|^v-|^@/i.test(key)) fault(key)
        if (/^(href|src|action|formaction|poster|xlink:href)$/i.test(key) && isOther(value.trim()))
          fault(`${key}=${value}`)
        if (
          /^(src|poster)$/.test(key) &&
          /^(https?:)?\/\//.test(value) &&
          !value.startsWith(origin)
        )
          fault(`loads ${value}`)
      }
    },
  })
  parser.end(html)
  return faults
}

function isOther(address: string): boolean {
  return /^[^/?#]*:/.test(address) && !schemes.test(address)
}

/** The words of HTML as a reader sees them. */
export function wordsOf(html: string): string {
  let words = ''
  const parser = new Parser({ ontext: (text) => (words += text) })
  parser.end(html)
  return words
}

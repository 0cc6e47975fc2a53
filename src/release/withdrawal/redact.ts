import type { Words } from './words.ts'

/** What stands where words were. */
const notice = '已撤下'

/**
 * A text without an entry's words: each of its parts that has any is replaced as a whole, a text between
 * two tags, an attribute, a string, a line; undefined where some would be left.
 */
export function redact(path: string, text: string, words: Words): string | undefined {
  const redacted = redactorOf(path)(text, words)
  return words.areIn(redacted) ? undefined : redacted
}

type Redactor = (text: string, words: Words) => string

function redactorOf(path: string): Redactor {
  if (/\.(html|xml|svg)$/.test(path)) return redactMarkup
  return /\.(json|webmanifest)$/.test(path) ? redactStrings : redactLines
}

const redactMarkup: Redactor = (text, words) =>
  text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (part, inner: string) =>
      words.areIn(inner) ? `<![CDATA[${notice}]]>` : part,
    )
    .replace(/="([^"]*)"/g, (part, value: string) => (words.areIn(value) ? `="${notice}"` : part))
    .replace(/>((?:[^<]|<wbr>|<!--[[\]]-->)+)</g, (part, inner: string) => {
      if (!words.areIn(inner)) return part
      // Data for programs stays data.
      return `>${/^\s*[{[]/.test(inner) ? redactStrings(inner, words) : notice}<`
    })

const redactStrings: Redactor = (text, words) =>
  text.replace(/"((?:[^"\\]|\\.)*)"/g, (part, inner: string) =>
    words.areIn(inner) ? `"${notice}"` : part,
  )

const redactLines: Redactor = (text, words) =>
  text
    .split('\n')
    .map((line) => (words.areIn(line) ? notice : line))
    .join('\n')

/** The page that says that there was one, made from the page of the same output for what is not found. */
export function tombstonePage(notFound: string | undefined): string {
  const words = `<p class="eyebrow">${notice}</p><h1>这一篇已经撤下</h1><p class="lead">它不再发布。</p>`
  if (!notFound || !/<h1[\s>]/.test(notFound))
    return `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>${notice}</title></head><body>${words}</body></html>\n`
  return notFound
    .replace(/<title>[^<]*<\/title>/, `<title>${notice}</title>`)
    .replace(/(<meta name="description" content=")[^"]*/, `$1${notice}`)
    .replace(
      /(<p class="eyebrow"[^>]*>[\s\S]*?<\/p>\s*)?<h1[\s>][\s\S]*?<\/h1>(\s*<p[^>]*>[\s\S]*?<\/p>)?/,
      words,
    )
}

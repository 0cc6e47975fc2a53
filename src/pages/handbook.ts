import { parseBody, renderBody } from '../content/markdown.ts'
import type { PlacedImage } from '../content/render.ts'
import type { Body } from '../content/markdown.ts'
import type { Library } from '../content/library.ts'
import { outlineOf } from './article.ts'
import { href, resolveLink } from './links.ts'
import type { Link } from './links.ts'
import type { PageView } from './single.ts'

/** A page of the editors' handbook: plain Markdown that begins with its title. */
export interface HandbookFile {
  /** Output path without `.html`: `handbook/first-case`. */
  path: string
  text: string
}

/** A picture of the handbook, by its output path: `handbook/images/overlay.webp`; sizes in pixels. */
export interface HandbookPicture {
  path: string
  width: number
  height: number
}

export interface Handbook {
  pages: readonly HandbookFile[]
  pictures: readonly HandbookPicture[]
}

interface HandbookPage {
  path: string
  title: string
  description: string
  view: () => PageView
}

const rulesIndex = 'handbook/rules/index'

/** The handbook's pages, rendered like the portal's own texts; the list of rules is made here. */
export function handbookPages(library: Library, handbook: Handbook): HandbookPage[] {
  const { pages: files } = handbook
  const paths = new Set([...files.map(({ path }) => path), rulesIndex])
  const pictures = new Map(handbook.pictures.map((picture) => [picture.path, picture]))
  const rules = files.filter(({ path }) => path.startsWith('handbook/rules/'))
  const all = rules.length > 0 ? [...files, { path: rulesIndex, text: listRules(rules) }] : files
  return all.map(({ path, text }) => {
    const title = titleOf(text)
    return {
      path,
      title,
      description: `${library.site.name}编辑手册：${title}。`,
      view: () => handbookView(library, { path, text }, { paths, pictures }),
    }
  })
}

/** What a page of the handbook can lead to and show. */
interface Known {
  paths: Set<string>
  pictures: Map<string, HandbookPicture>
}

function handbookView(library: Library, file: HandbookFile, known: Known): PageView {
  const body = parseBody(file.text.replace(/^# .*\n/, ''), 2)
  const title = titleOf(file.text)
  return {
    title,
    short: title,
    summary: '',
    lead: '',
    html: htmlOf(library, body, known),
    outline: outlineOf(body, false),
    crumbs: crumbsOf(library, file.path),
    notes: [],
    sources: [],
    sample: false,
    draft: false,
    corrections: [],
  }
}

function htmlOf(library: Library, body: Body, { paths, pictures }: Known): string {
  return renderBody(body, {
    link: (written) => {
      const [address = '', fragment] = written.split('#', 2)
      const path = address.replace(/^\//, '').replace(/\.html$/, '')
      if (!paths.has(path)) return resolveLink(library, written)
      return href(library, `/${path}.html`) + (fragment ? `#${fragment}` : '')
    },
    image: (written) => placed(library, pictures.get(picturePath(written))),
    cites: () => false,
    words: library.site.words,
  })
}

/** The path of a picture written as `images/x.webp`, or as `../images/x.webp` on the page of a rule. */
export function picturePath(written: string): string {
  return `handbook/${written.replace(/^(\.\.?\/)+/, '')}`
}

function placed(library: Library, picture?: HandbookPicture): PlacedImage | undefined {
  if (!picture) return undefined
  const { path, width, height } = picture
  return { url: href(library, `/${path}`), width, height }
}

function crumbsOf(library: Library, path: string): Link[] {
  if (path === 'handbook/index') return []
  const home = { href: href(library, '/handbook/index.html'), text: '编辑手册' }
  const rules = { href: href(library, `/${rulesIndex}.html`), text: '规则' }
  return path.startsWith('handbook/rules/') && path !== rulesIndex ? [home, rules] : [home]
}

/** The list of rules by area, from the header every rule's page begins with. */
function listRules(files: readonly HandbookFile[]): string {
  const areas = new Map<string, string[]>()
  for (const { path, text } of files) {
    const area = /类别：([^·\n]+)/.exec(text)?.[1]?.trim() ?? '其他'
    const summary = text.split('\n').find((line, index) => index > 0 && line.trim() !== '') ?? ''
    const item = `- [${titleOf(text)}](/${path}.html)：${summary}`
    areas.set(area, [...(areas.get(area) ?? []), item])
  }
  const sections = [...areas].map(([area, items]) => `## ${area}\n\n${items.join('\n')}\n`)
  return `# 规则\n\n检查用的${files.length}条规则，按类别列出。每条规则的页面说明为什么要有它，怎样写是对的，怎样写不对。\n\n${sections.join('\n')}`
}

function titleOf(text: string): string {
  return /^# (.*)$/m.exec(text)?.[1]?.trim() ?? '编辑手册'
}

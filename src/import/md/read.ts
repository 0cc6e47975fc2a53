import MarkdownIt from 'markdown-it'
import type { MarkdownIt as Parser, Token } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import footnote from 'markdown-it-footnote'
import { plainOf, plainOfBlocks } from '../blocks.ts'
import type { Block, ImportFinding, ReadDocument } from '../blocks.ts'
import { readLetters } from '../encoding.ts'
import type { ReadContext } from '../read-context.ts'
import { MarkdownReader } from './blocks.ts'
import { commonDialect } from './dialects.ts'
import { takeFileHead } from './head.ts'

/** Letters that are read. */
const longest = 2_000_000

/**
 * Read a Markdown file of whatever program: parsed as CommonMark with tables, strikes and footnotes,
 * what other dialects add turned into it before. Indented text is text: in Chinese it begins paragraphs.
 */
export function readMarkdown(
  bytes: Uint8Array,
  context: ReadContext = {},
): ReadDocument | { fault: string } {
  const letters = readLetters(bytes)
  if ('fault' in letters) return letters
  const written = letters.text
  if (written.length > longest) return { fault: '文字太长，没有读：请分成几个文件再导入。' }
  const head = takeFileHead(written)
  const dialect = commonDialect(shortHeadings(head.body))
  const tokens = parser().parse(dialect.text, {})
  const reader = new MarkdownReader(tokens, context)
  const blocks = reader.blocks()
  const title = head.meta.title ?? onlyTop(blocks)
  return {
    blocks,
    notes: reader.notes,
    pictures: reader.gathered.pictures,
    findings: [
      ...head.findings,
      ...dialect.findings,
      ...readingFindings(reader),
      ...looseNotes(dialect.text, reader.notes),
      ...letters.findings,
    ],
    census: [...censusOf(tokens), ...reader.comments],
    ...(title ? { title } : {}),
    meta: head.meta,
  }
}

function parser(): Parser {
  const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false })
  // Where a link leads is for the draft to judge, which tells what it refuses.
  markdown.validateLink = () => true
  markdown.normalizeLink = (address: string) => address
  markdown.use(footnote).use(cjkFriendly)
  markdown.block.ruler.disable('code')
  return markdown
}

/** A line below a long paragraph is a rule: only what may be a heading becomes one by it. */
function shortHeadings(text: string): string {
  return text.replace(/^([^\n]{31,}|[^\n]*[。！？；])\n(-{3,}|={3,})[ \t]*$/gm, '$1\n\n$2')
}

/** The heading of the first level, when there is one only and the text begins with it. */
function onlyTop(blocks: readonly Block[]): string | undefined {
  const tops = blocks.filter((block) => block.kind === 'paragraph' && block.level === 1)
  const [first] = blocks
  if (tops.length !== 1 || first !== tops[0] || first?.kind !== 'paragraph') return undefined
  return plainOf(first.inlines).replace(/\s+/g, ' ').trim() || undefined
}

function readingFindings({ gathered, counts, comments }: MarkdownReader): ImportFinding[] {
  const { tags, codes, scripts } = gathered
  const told = (kind: ImportFinding['kind'], count: number, message: string, texts?: string[]) =>
    count === 0 ? [] : [{ kind, message, ...(texts ? { text: texts.join('\n') } : {}) }]
  const kept = <Finding extends ImportFinding>(findings: Finding[]) =>
    findings.map((finding) => ({ ...finding, repeats: true as const }))
  return [
    ...told('lost', comments.length, `注释${comments.length}处没有放进草稿。`, comments),
    ...told(
      'lost',
      tags.length,
      `HTML 标签${tags.length}处没有保留，里面的文字照样在正文里。`,
      tags,
    ),
    ...told('lost', counts.rules, `分隔线${counts.rules}条没有放进草稿。`),
    ...told('lost', counts.aligned, `表格里${counts.aligned}列的对齐方式没有保留。`),
    ...told('lost', counts.languages, `代码块的语言名称${counts.languages}处没有保留。`),
    ...kept(told('mended', codes.length, `行内代码${codes.length}处，写成了普通文字。`, codes)),
    ...told('guessed', scripts, `${scripts}处上标或下标写成了 ² ₂ 这样的字符，请核对。`),
  ]
}

/** Notes that no mark leads to, or whose mark another note has taken. */
function looseNotes(text: string, notes: ReadonlyMap<string, Block[]>): ImportFinding[] {
  const letters = (one: string) => one.replace(/[^\p{L}\p{N}]+/gu, '')
  const used = letters([...notes.values()].map((blocks) => plainOfBlocks(blocks)).join('\n'))
  const loose = [...text.matchAll(/^ {0,3}\[\^[^\]\s]+\]:[ \t]*(.+)$/gm)]
    .filter(([, words = '']) => !used.includes(letters(words)))
    .map(([line]) => line.trim())
  if (loose.length === 0) return []
  const message = `没有标记的注释，或者编号重复的注释，${loose.length}条没有放进草稿。`
  return [{ kind: 'lost', message, text: loose.join('\n') }]
}

/** The words of every block, as the parser has them. */
function censusOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type === 'fence') return [token.content]
    if (token.type !== 'inline') return []
    const text = (token.children ?? [])
      .map(({ type, content }) =>
        /^(text|text_special|code_inline)$/.test(type)
          ? content
          : type.endsWith('break')
            ? '\n'
            : '',
      )
      .join('')
    return text.trim() === '' ? [] : [text]
  })
}

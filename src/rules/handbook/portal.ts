import { addressOf } from '../../content/address.ts'
import type { PortalFiles, TextFile } from '../../content/files.ts'
import { baseBodies, baseFields, baseFiles, baseMedia } from './base.ts'
import type { ExampleFile } from './page.ts'

/** A line that a rule is expected to report. */
interface Expected {
  file: string
  line: number
  rule: string
}

const mark = /[ \t]*(?:#|<!--)[ \t]*expect:[ \t]*([a-z0-9-]+)[ \t]*(?:-->)?[ \t]*$/

/**
 * A portal made of an example's files and the base files it does not replace. Fields an example
 * leaves out are filled in after its own, and its marks are taken off, so that positions hold.
 */
export function examplePortal(files: readonly ExampleFile[]): {
  portal: PortalFiles
  expected: Expected[]
} {
  const expected: Expected[] = []
  const own = files.map((file) => unmark(complete(file), expected))
  const given = new Set(own.map(({ path }) => path))
  const all = [...baseFiles.filter(({ path }) => !given.has(path)), ...own]
  return {
    portal: {
      root: '/',
      site: all.find(({ path }) => path === 'site.yaml'),
      entries: inFolder(all, 'content/', '.md'),
      seeds: inFolder(all, 'seeds/', '.yaml'),
      captions: inFolder(all, 'content/', '.vtt'),
      storyboards: inFolder(all, 'films/', '.yaml'),
      collected: inFolder(all, 'collected/', '.json'),
      media: [...baseMedia],
      issues: [],
    },
    expected,
  }
}

/** The example's file, with the fields and the body that its collection needs at least. */
function complete({ path, text, raw }: ExampleFile): TextFile {
  if (raw || path.endsWith('.vtt') || /^(films|collected)\//.test(path)) return { path, text }
  if (path === 'site.yaml') return { path, text: fill(text, baseFields.site) }
  if (path.startsWith('seeds/'))
    return { path, text: fill(text, [`id: ${stem(path)}`, ...baseFields.source]) }
  const collection = addressOf(path)?.collection ?? 'pages'
  const [, front = '', body = text] = /^---\n([\s\S]*?)^---\n?([\s\S]*)$/m.exec(text) ?? []
  const content = body.trim() === '' ? baseBodies[collection] : body
  return { path, text: `---\n${fill(front, baseFields[collection])}---\n${content}` }
}

/** Add the lines whose key is not there yet; `# without: key` keeps one out. */
function fill(text: string, lines: readonly string[]): string {
  const written = new Set(
    Array.from(text.matchAll(/^(?:# without: )?(\w+)(?=:|$)/gm), ([, key]) => key),
  )
  for (const [, key] of text.matchAll(/^# without: (\w+)/gm)) written.add(key)
  const missing = lines.filter((line) => !written.has(/^\w+/.exec(line)?.[0] ?? ''))
  const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`
  return missing.length > 0 ? `${ended}${missing.join('\n')}\n` : ended
}

function unmark({ path, text }: TextFile, expected: Expected[]): TextFile {
  const lines = text.split('\n').map((line, index) => {
    const rule = mark.exec(line)?.[1]
    if (rule) expected.push({ file: path, line: index + 1, rule })
    return rule ? line.replace(mark, '') : line
  })
  return { path, text: lines.join('\n') }
}

function inFolder(files: readonly TextFile[], folder: string, ending: string): TextFile[] {
  return files.filter(({ path }) => path.startsWith(folder) && path.endsWith(ending))
}

function stem(path: string): string {
  return path.replace(/^.*\/|\.\w+$/g, '')
}

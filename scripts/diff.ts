import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compare } from '../src/release/compare.ts'
import type { Difference } from '../src/release/compare.ts'
import { manifestFile, manifestOf, readManifest } from '../src/release/manifest.ts'
import type { FileRecord } from '../src/release/manifest.ts'
import { uploadOrder } from '../src/release/place.ts'
import { explain, grouped } from '../src/release/reasons.ts'
import type { Explained, Output } from '../src/release/reasons.ts'
import { readCommand, refuse } from './command.ts'

function outputOf(path: string): Output {
  const at = resolve(path)
  if (!existsSync(at)) throw new Error(`没有“${path}”。`)
  if (!statSync(at).isDirectory()) return readManifest(at)
  const file = join(at, manifestFile)
  const manifest = existsSync(file) ? readManifest(file) : manifestOf(at)
  return { ...manifest, read: (name) => readFileSync(join(at, name), 'utf8') }
}

type Compared = [difference: Difference, before: Output, after: Output]

const formats: Record<string, (...compared: Compared) => string> = {
  human,
  json: (difference, before, after) => {
    const { unchanged } = difference
    return `${JSON.stringify({ ...explain(difference, before, after), unchanged }, null, 2)}\n`
  },
  changed: ({ added, changed }) => lines(uploadOrder([...added, ...changed])),
  removed: ({ removed }) => lines(removed),
}

function human(...compared: Compared): string {
  const [{ unchanged }] = compared
  const { added, changed, removed } = explain(...compared)
  const sections: [title: string, files: Explained[]][] = [
    ['新增', added],
    ['改动', changed],
    ['不再有', removed],
  ]
  const shown = sections.flatMap(([title, files]) =>
    grouped(files).map((group) => section(title, group)),
  )
  const bytes = [...added, ...changed].reduce((sum, file) => sum + file.bytes, 0)
  return `${shown.join('')}要上传 ${added.length + changed.length} 个文件，${(bytes / 1024).toFixed(1)} KB；没变 ${unchanged.length} 个。\n`
}

const mostShown = 12

/** Files of one kind and the same reasons; behind each, the texts it shows that differ. */
function section(title: string, files: Explained[]): string {
  const [first] = files
  const shown = files.slice(0, mostShown).map(({ path, because }) => {
    const more = because.length > 3 ? `等 ${because.length} 个` : ''
    const from = because.length > 0 ? ` ← ${because.slice(0, 3).join('、')}${more}` : ''
    return `  ${path}${from}\n`
  })
  const rest = files.length > mostShown ? `  …一共 ${files.length} 个\n` : ''
  return `${title} ${first?.kind} ${files.length} 个：${first?.reasons.join('；')}\n${shown.join('')}${rest}`
}

function lines(files: readonly FileRecord[]): string {
  return files.map(({ path }) => `${path}\n`).join('')
}

function compared(before: Output, after: Output): Compared {
  return [compare(before.files, after.files), before, after]
}

const { values, positionals } = readCommand({
  name: 'diff',
  says: `比较两次输出，列出新增、改动、不再有的文件。写文件夹，或者清单（${manifestFile}）；写文件夹的，说得出每个文件为什么变。`,
  words: '<旧输出> <新输出>',
  options: {
    format: {
      type: 'string',
      value: '格式',
      default: 'human',
      choices: Object.keys(formats),
      says: 'human、json；changed 按上传的次序列出要上传的，removed 列出不再有的',
    },
  },
})
const [before, after, more] = positionals
const format = formats[values.format]
if (!before || !after || more || !format) refuse('diff', '要写两份输出：先写旧的，再写新的。')

// Whoever reads the list may stop early.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.stdout.write(format(...compared(outputOf(before), outputOf(after))))
} catch (error) {
  refuse('diff', error instanceof Error ? error.message : String(error))
}

import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { byKind, compare } from '../src/release/compare.ts'
import type { Difference } from '../src/release/compare.ts'
import { manifestFile, manifestOf, readManifest } from '../src/release/manifest.ts'
import type { FileRecord } from '../src/release/manifest.ts'
import { uploadOrder } from '../src/release/place.ts'

const usage = `用法: npm run diff -- <旧输出> <新输出> [--format human|json|changed|removed]
旧输出、新输出写文件夹或清单（${manifestFile}）。changed 按上传的次序列出要上传的文件，removed 列出不再有的。`

function filesOf(path: string): FileRecord[] {
  const at = resolve(path)
  if (!existsSync(at)) throw new Error(`没有“${path}”。`)
  if (!statSync(at).isDirectory()) return readManifest(at).files
  const file = join(at, manifestFile)
  return (existsSync(file) ? readManifest(file) : manifestOf(at)).files
}

const formats: Record<string, (difference: Difference) => string> = {
  human,
  json: (difference) => `${JSON.stringify(difference, null, 2)}\n`,
  changed: ({ added, changed }) => lines(uploadOrder([...added, ...changed])),
  removed: ({ removed }) => lines(removed),
}

function human({ added, changed, removed, unchanged }: Difference): string {
  const sections = [
    ['新增', added],
    ['改动', changed],
    ['不再有', removed],
  ] as const
  const shown = sections.flatMap(([title, files]) =>
    byKind(files).map(
      ({ label, why, files: some }) =>
        `${title} ${label} ${some.length} 个（${why}）\n${some
          .slice(0, 12)
          .map(({ path }) => `  ${path}\n`)
          .join('')}${some.length > 12 ? `  …一共 ${some.length} 个\n` : ''}`,
    ),
  )
  const bytes = [...added, ...changed].reduce((sum, file) => sum + file.bytes, 0)
  return `${shown.join('')}要上传 ${added.length + changed.length} 个文件，${(bytes / 1024).toFixed(1)} KB；没变 ${unchanged.length} 个。\n`
}

function lines(files: readonly FileRecord[]): string {
  return files.map(({ path }) => `${path}\n`).join('')
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'human' } },
  })
  const [before, after] = positionals
  const format = formats[values.format]
  if (!before || !after || !format) throw new Error(usage)
  process.stdout.write(format(compare(filesOf(before), filesOf(after))))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}

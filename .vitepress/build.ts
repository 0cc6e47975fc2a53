import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build } from 'vitepress'
import { checkLibrary, dayOf, reportOf } from '../src/check/check.ts'
import { readPortal } from '../src/content/files.ts'
import type { PortalFiles } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import type { Library } from '../src/content/library.ts'
import { paintFor } from '../src/report/colour.ts'
import { human } from '../src/report/human.ts'
import { portalRoot } from './portal.ts'
import { writeSearchIndex } from './search-index.ts'

export interface BuildOptions {
  /** Output folder; `.vitepress/dist` unless given. */
  out?: string
  /** Path the portal is deployed under; overrides `site.yaml`. */
  base?: string
  check: boolean
  /** Let entries marked as samples into the output. */
  samples: boolean
}

/**
 * Check, build into a fresh folder, and put it in place of the last output only when all of it
 * succeeded. Returns false, with the reasons printed, when it did not.
 */
export async function buildPortal(options: BuildOptions): Promise<boolean> {
  const root = portalRoot()
  const out = resolve(options.out ?? '.vitepress/dist')
  const files = readPortal(root)
  const library = buildLibrary(files)
  if (options.check && !passes(files, library, options.samples)) return false
  if (!options.check) listRejected(library)
  if (options.base) process.env.PORTAL_BASE = options.base

  const next = `${out}.next`
  rmSync(next, { recursive: true, force: true })
  mkdirSync(dirname(out), { recursive: true })
  await build('.', {
    outDir: next,
    onAfterConfigResolve: (config) => void (config.tempDir = tempFolder(out)),
  })
  for (const leftover of ['hashmap.json', 'package.json'])
    rmSync(join(next, leftover), { force: true })
  copyMedia(library, next)
  writeSearchIndex(library, next)
  swap(next, out)
  return true
}

/** Where VitePress renders from: inside the repository, so that its code finds the packages. */
function tempFolder(out: string): string {
  return resolve('.vitepress/.temp', createHash('sha256').update(out).digest('hex').slice(0, 8))
}

function passes(files: PortalFiles, library: Library, samples: boolean): boolean {
  const issues = checkLibrary(library, { today: dayOf(new Date()) })
  const report = reportOf({ files, library, issues })
  process.stdout.write(human({ ...report, paint: paintFor(process.stdout) }))
  const leaked = library.entries.filter(
    (entry) => entry.data.provenance === 'sample' && entry.data.status === 'published',
  )
  if (leaked.length > 0 && !samples)
    console.error(
      `有${leaked.length}篇示例（provenance: sample），不能进入正式站点：${leaked.map(({ file }) => file).join('、')}。删去它们，或加 --with-samples。`,
    )
  const failed =
    issues.some(({ severity }) => severity === 'error') || (leaked.length > 0 && !samples)
  if (failed) console.error('没有构建：先改好上面的错误。上一次的输出保持原样。')
  return !failed
}

function listRejected(library: Library): void {
  if (library.rejected.length === 0) return
  console.warn(`跳过检查：${library.rejected.length}个文件读不成条目，没有进入站点：`)
  for (const file of library.rejected) console.warn(`  ${file}`)
}

function copyMedia(library: Library, out: string): void {
  for (const media of library.media.values()) {
    const target = join(out, media.url)
    mkdirSync(dirname(target), { recursive: true })
    cpSync(media.absolute, target)
  }
  for (const captions of library.captions.values()) {
    const target = join(out, captions.path.replace(/^content/, ''))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, captions.text)
  }
}

/** A folder cannot replace another in one step; whichever step is interrupted, one whole output remains. */
function swap(next: string, out: string): void {
  const previous = `${out}.previous`
  if (existsSync(out)) {
    rmSync(previous, { recursive: true, force: true })
    renameSync(out, previous)
  }
  renameSync(next, out)
  rmSync(previous, { recursive: true, force: true })
}

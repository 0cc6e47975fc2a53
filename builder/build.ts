import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { readPortal } from '../src/content/files.ts'
import type { PortalFiles } from '../src/content/files.ts'
import { ChangedMeanwhile } from '../src/content/late-text.ts'
import { readSite } from '../src/content/read-site.ts'
import { checkContent } from './steps/check-content.ts'
import { compress } from './steps/compress.ts'
import { copyMedia } from './steps/copy-media.ts'
import { fullBuildFault } from './full-disk.ts'
import { Pool } from './threads/pool.ts'
import { Progress } from './progress.ts'
import { DigestCache } from './steps/digest-cache.ts'
import { TextStamps } from './memo/text-stamps.ts'
import { readContent } from './steps/read-content.ts'
import { renderByVitePress } from './steps/render-by-vitepress.ts'
import { drawImages } from './steps/draw-images.ts'
import { Output } from './memo/output.ts'
import { writeFilesBeside } from './steps/files-beside.ts'
import { Outward } from './steps/outward.ts'
import { renderPages } from './steps/render-pages.ts'
import type { Build, BuildOptions, Step } from './steps/step.ts'
import { noteShard } from './steps/shard.ts'
import { openShell } from './shell/open-shell.ts'
import type { Shell } from './shell/open-shell.ts'
import { readTheme, ThemeFault, versionWith } from './shell/theme.ts'
import type { Theme } from './shell/theme.ts'
import { Memo } from './memo/memo.ts'
import { Store, storeFolder } from './memo/store.ts'
import { summaryOf } from './summary.ts'
import { recoverOutput } from './memo/swap.ts'
import { inputsOf, LastOutput } from './steps/unchanged.ts'
import { writeBrowserEditor } from './steps/write-browser-editor.ts'
import { writeManifest } from './steps/write-manifest.ts'
import { writePublished } from './steps/write-published.ts'
import { writeSearch } from './steps/write-search.ts'
import { writeTexts } from './steps/write-texts.ts'
import { portalRoot } from './folders.ts'
import { growHeapSlowly } from './v8-flags.ts'

/**
 * The build, from first to last; the steps of one line go side by side. What leaves the portal beside
 * its pages is a step of its own in `steps/`: it reads the library and writes into the fresh folder.
 */
const steps = ({ vitepress, shard }: BuildOptions): readonly (readonly Step[])[] => {
  // What is no page is made once, with the first shard.
  if (shard && shard.index > 1) return [[renderPages], [compress], [noteShard]]
  return [
    [writeSearch, checkContent, vitepress ? renderByVitePress : renderPages],
    [copyMedia, ...writeFilesBeside, writeBrowserEditor, writePublished, writeTexts, drawImages],
    [compress],
    [shard ? noteShard : writeManifest],
  ]
}

/** What a build starts from. */
interface Start {
  options: BuildOptions
  files: PortalFiles
  /** Names all that the output is made from. */
  inputs: string
  out: string
  base?: string
  url?: string
  program: string
  theme: Theme | undefined
  /** What earlier builds of this output left. */
  memo: Memo
  progress: Progress
}

/**
 * Build beside the last output, and put the new one in its place only when every step succeeded.
 * Returns false, with the reasons printed, when one did not. An output that was made from the very
 * same stays as it is.
 */
export async function buildPortal(options: BuildOptions): Promise<boolean> {
  const start = startOf(options)
  const { inputs, out, memo, progress } = start
  recoverOutput(out)
  const last = new LastOutput(memo, { out, isWanted: !options.force })
  const output = new Output(out, last.standing)
  const unchanged = last.madeFrom(inputs)
  if (!unchanged) return buildAfresh(start, last, output)
  output.discard()
  process.stdout.write(
    `${unchanged.said}没有变化，${progress.seconds()}：上一次输出的${unchanged.files}个文件原样沿用。\n`,
  )
  return true
}

async function buildAfresh(start: Start, last: LastOutput, output: Output): Promise<boolean> {
  const { options, progress } = start
  const pool = new Pool()
  pool.prepare()
  const ended = new AbortController()
  // Processes that were started end with this one, however it ends.
  process.once('exit', () => ended.abort())
  try {
    const shell = beginShell(start, ended.signal)
    const build = await openBuild(start, { output, pool, shell })
    const succeeded = await runSteps(build, steps(options), progress)
    // The pages of a build that failed later are as good as any.
    build.store.close()
    if (!succeeded) return false
    const files = output.settle()
    last.note(start.inputs, build.told(), files)
    process.stdout.write(summaryOf(build, files, progress))
    return true
  } catch (error) {
    const sentence = sentenceOf(error, start)
    if (sentence === undefined) throw error
    console.error(sentence)
    return false
  } finally {
    ended.abort()
    await pool.close()
    output.discard()
  }
}

/** Why a build ended that is no fault of the program; undefined for one that is. */
function sentenceOf(error: unknown, { out, files }: Start): string | undefined {
  if (error instanceof ThemeFault) return `没有构建，上一次的输出保持原样。\n\n${error.message}`
  if (error instanceof ChangedMeanwhile) return `没有构建：${error.message}上一次的输出保持原样。`
  return fullBuildFault(error, out, files.media)
}

/** Runs one line of steps after the other, until one has failed. */
async function runSteps(
  build: Build,
  lines: readonly (readonly Step[])[],
  progress: Progress,
): Promise<boolean> {
  for (const beside of lines) {
    const done = Promise.all(beside.map((step) => progress.watch(step.name, () => step.run(build))))
    if ((await build.pool.until(done)).includes('failed')) return false
  }
  return true
}

function outOf({ out }: BuildOptions): string {
  return resolve(out ?? '.vitepress/dist')
}

function startOf(options: BuildOptions): Start {
  const progress = new Progress(process.stdout)
  // Started without a version, as by a test, the program cannot tell whether it is still the same.
  const theme = readTheme(portalRoot())
  const program = versionWith(process.env.PORTAL_PROGRAM ?? randomUUID(), theme)
  const texts = new TextStamps(portalRoot(), program, options.force)
  const out = outOf(options)
  const start = {
    progress,
    options,
    files: readPortal(portalRoot(), texts),
    out,
    memo: new Memo(storeFolder(out), program),
    base: options.base ?? process.env.PORTAL_BASE,
    url: options.url ?? process.env.PORTAL_URL,
    program,
    theme,
  }
  texts.keep()
  return { ...start, inputs: inputsOf(start.files, start) }
}

/** Begin the shell beside the reading of the content; it needs nothing of it. */
function beginShell(start: Start, signal: AbortSignal): Build['shell'] {
  const { options, files, base, program, theme } = start
  const { vitepress, force } = options
  const terms = { version: program, base: base || readSite(files.site).site.base, force, signal }
  const open = (): Promise<Shell> => openShell({ ...terms, ...(theme && { theme }) })
  if (vitepress) return open
  const shell = open()
  // Whoever asks for it is told what went wrong.
  shell.catch(() => undefined)
  return () => shell
}

async function openBuild(
  start: Start,
  { output, pool, shell }: Pick<Build, 'output' | 'pool' | 'shell'>,
): Promise<Build> {
  const { options, files, out, base, url, program, memo, progress } = start
  const cache = storeFolder(out)
  if (options.force) rmSync(cache, { recursive: true, force: true })
  const kept = new DigestCache({
    root: files.root,
    version: program,
    force: options.force,
  })
  const { library, digests, count, reused } = await progress.watch('读取内容', () =>
    readContent(files, kept, { base, url, pool }),
  )
  // A build that makes little ends before its heap grows.
  if (reused < count / 2) growHeapSlowly()
  kept.keep(digests)
  const store = new Store(cache, memo)
  const outward = new Outward(library, digests)
  pool.open(library, { files, digests, base, url })
  const said: string[] = []
  const tell = (text: string) => {
    said.push(text)
    process.stdout.write(text)
  }
  const told = () => said.join('')
  return {
    options,
    files,
    library,
    outward,
    digests,
    output,
    program,
    cache,
    memo,
    store,
    shell,
    pool,
    tell,
    told,
  }
}

// Plain JavaScript: it runs before the program it bundles.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import module from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['src', 'builder', '.vitepress', 'scripts', 'docs', 'package-lock.json']
/** What lies there and is no source: output, and the handbook, which is content. */
const outputs = /^\.vitepress\/(dist|cache|\.temp)|^docs\/(handbook|images)/

/** A name for the program as it is: its own sources, its packages and the Node it runs on. */
export function programVersion() {
  const digest = createHash('sha256').update(process.version)
  const add = (path) => {
    if (outputs.test(path)) return
    digest
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  for (const source of sources) {
    if (source.includes('.json')) add(source)
    else walk(source, add)
  }
  return digest.digest('hex').slice(0, 16)
}

function walk(folder, add) {
  if (outputs.test(`${folder}/`)) return
  const names = readdirSync(join(root, folder), { withFileTypes: true })
  for (const entry of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) walk(path, add)
    else if (entry.isFile()) add(path)
  }
}

/** What is started as a bundle; a thread or a process starts beside whoever needs it. */
const entryPoints = [
  'scripts/build.ts',
  'scripts/check.ts',
  'builder/threads/worker.ts',
  'builder/shell/shell-process.ts',
]
/** Packages that find their own files on the disk. */
const apart = [
  '@embedpdf/fonts-sc',
  '@resvg/resvg-wasm',
  '@sveltia/cms',
  '@vitejs/plugin-vue',
  'esbuild',
  'postcss',
  'vite',
  'vitepress',
  'vue',
]

/** How the program is bundled with its packages, for esbuild. */
export const bundling = {
  bundle: true,
  splitting: true,
  external: apart,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
  // Some packages are CommonJS, and ask for Node's modules by the word.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
}

/**
 * Bundle the program with its packages, and return the address of the folder it stands in: loading it
 * module by module takes longer than a small build. Kept until the program changes.
 */
export async function bundleProgram(version) {
  const cache = join(root, '.vitepress/cache/program')
  const folder = join(cache, version)
  reachPackages(dirname(cache))
  if (!existsSync(folder)) {
    const { build } = await import('esbuild')
    const next = `${folder}.${process.pid}`
    makeFolder(next)
    await build({
      // Paths below the root: in others, some signs of a folder's name would be patterns.
      absWorkingDir: root,
      entryPoints: Object.fromEntries(entryPoints.map((path) => [stem(path), path])),
      outdir: relative(root, next),
      ...bundling,
    })
    settle(next, folder)
    letGoOfOld(cache)
    // What another version read means nothing to this one.
    rmSync(join(cache, '../digests'), { recursive: true, force: true })
  }
  markAsUsed(folder)
  // Node 22 and newer can keep what it compiled as well; it goes with the bundle.
  module.enableCompileCache?.(join(folder, 'compiled'))
  return pathToFileURL(`${folder}/`).href
}

/** Folders unused for a day go; another account's, which one may read but not touch, is kept by its owner. */
function markAsUsed(folder) {
  const now = new Date()
  try {
    utimesSync(folder, now, now)
  } catch (error) {
    if (error.code !== 'EPERM' && error.code !== 'EACCES' && error.code !== 'EROFS') throw error
  }
}

/** The first thing a run writes: where it may not, it says so. */
function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    console.error(
      `${join(root, '.vitepress/cache')} 写不了（${error.code}）：检查和构建在那里留下编译好的程序，让运行的账号能写它，磁盘也要有空。`,
    )
    process.exit(1)
  }
}

/** Milliseconds after which nobody runs a bundle any more that was not started since. */
const patience = 24 * 60 * 60 * 1000

/** Another run may be using another version just now, or be bundling this one. */
function letGoOfOld(cache) {
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name)
    const found = statSync(folder, { throwIfNoEntry: false })
    if (found && found.mtimeMs < Date.now() - patience)
      rmSync(folder, { recursive: true, force: true })
  }
}

/** A cache that is a link stands elsewhere, where Node finds no packages: it is shown where they are. */
function reachPackages(cache) {
  mkdirSync(cache, { recursive: true })
  const packages = join(cache, 'node_modules')
  if (realpathSync(cache).startsWith(realpathSync(root)) || existsSync(packages)) return
  rmSync(packages, { force: true })
  symlinkSync(realpathSync(join(root, 'node_modules')), packages, 'dir')
}

/** Move a bundle to its place, unless another run put the same there first. */
function settle(next, folder) {
  try {
    renameSync(next, folder)
  } catch (error) {
    rmSync(next, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

const stem = (path) => path.replace(/^.*\//, '').replace(/\.ts$/, '')

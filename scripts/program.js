// Plain JavaScript: it runs before the program it bundles.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['src', '.vitepress', 'scripts', 'docs', 'package-lock.json']
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

/**
 * Bundle modules by name, and return the address of the folder they stand in: loading a program module
 * by module through a TypeScript loader takes longer than a small build. Kept until the program changes.
 */
export async function bundleProgram(version, entryPoints) {
  const cache = join(root, '.vitepress/cache/program')
  const folder = join(cache, version)
  if (!existsSync(folder)) {
    const { build } = await import('esbuild')
    const next = `${folder}.${process.pid}`
    await build({
      entryPoints: Object.fromEntries(entryPoints.map((path) => [stem(path), join(root, path)])),
      outdir: next,
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
    })
    rmSync(folder, { recursive: true, force: true })
    renameSync(next, folder)
    for (const name of readdirSync(cache))
      if (name !== version) rmSync(join(cache, name), { recursive: true, force: true })
  }
  return pathToFileURL(`${folder}/`).href
}

const stem = (path) => path.replace(/^.*\//, '').replace(/\.ts$/, '')

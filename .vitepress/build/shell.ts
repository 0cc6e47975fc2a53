import { execFile } from 'node:child_process'
import { hash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { PageAssets } from '../head.ts'
import { swap } from './swap.ts'

/** What is bundled once for all pages: styles, islands, icon, and the components that render pages. */
export interface Shell {
  /** Folder whose files go into the output as they are. */
  site: string
  assets: PageAssets
  /** Module that exports `renderPage`, as a file address. */
  renderer: string
}

export interface ShellTerms {
  /** Of the program. */
  version: string
  base: string
  /** Make it anew, whatever earlier builds left. */
  force: boolean
  /** Nobody wants it any more. */
  signal: AbortSignal
}

/** The shell of this version of the program under this base: kept from build to build. */
export async function openShell(terms: ShellTerms): Promise<Shell> {
  const { version, base, force } = terms
  const name = `${version}-${hash('sha256', base).slice(0, 8)}`
  const folder = resolve('.vitepress/cache/shell', name)
  if (force || !existsSync(folder)) await bundleShell(folder, terms)
  return {
    site: join(folder, 'site'),
    // The process wrote it.
    assets: JSON.parse(readFileSync(join(folder, 'assets.json'), 'utf8')) as PageAssets,
    renderer: pathToFileURL(join(folder, 'renderer/renderer.js')).href,
  }
}

/** Made beside its place and put there whole: another build may be using the one that is there. */
async function bundleShell(
  folder: string,
  { version, base, force, signal }: ShellTerms,
): Promise<void> {
  const next = `${folder}.${randomUUID().slice(0, 8)}`
  // Bundled, the process stands beside this module.
  const script = fileURLToPath(new URL('./shell-process.js', import.meta.url))
  mkdirSync(next, { recursive: true })
  const discard = () => rmSync(next, { recursive: true, force: true })
  process.once('exit', discard)
  try {
    await promisify(execFile)(process.execPath, [script, next, base], { signal })
    if (force || !existsSync(folder)) swap(next, folder)
    letGoOfOthers(folder, version)
  } finally {
    process.off('exit', discard)
    discard()
  }
}

/** What another version of the program left means nothing to this one. */
function letGoOfOthers(folder: string, version: string): void {
  const shells = dirname(folder)
  for (const name of readdirSync(shells))
    if (!name.startsWith(version)) rmSync(join(shells, name), { recursive: true, force: true })
}

import { execFile } from 'node:child_process'
import { hash, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { PageAssets } from '../steps/page-head.ts'
import { swap } from '../memo/swap.ts'
import { cacheFolder, packageFolder } from '../folders.ts'
import { placeShell } from './packed-shell.ts'
import { guardTheme } from './theme.ts'
import type { Theme } from './theme.ts'

/** What is bundled once for all pages: styles, islands, icon, and the components that render pages. */
export interface Shell {
  /** Folder whose files go into the output as they are. */
  site: string
  assets: PageAssets
  /** Module that exports `renderPage`, as a file address. */
  renderer: string
}

interface ShellTerms {
  /** Of the program. */
  version: string
  base: string
  /** Make it anew, whatever earlier builds left. */
  force: boolean
  /** Nobody wants it any more. */
  signal: AbortSignal
  /** The portal's own components, which its version names as well. */
  theme?: Theme
  /** The bundled process that makes it, where that does not stand beside this module. */
  script?: string
}

/** The shell of this version of the program under this base: kept from build to build. */
export async function openShell(terms: ShellTerms): Promise<Shell> {
  const { version, base, force } = terms
  const name = `${version}-${hash('sha256', base).slice(0, 8)}`
  const folder = cacheFolder('shell', name)
  if (force || !existsSync(folder)) await makeShell(folder, terms)
  const now = new Date()
  utimesSync(folder, now, now)
  return {
    site: join(folder, 'site'),
    // The process wrote it.
    assets: JSON.parse(readFileSync(join(folder, 'assets.json'), 'utf8')) as PageAssets,
    renderer: pathToFileURL(join(folder, 'renderer', terms.theme ? 'dressed.js' : 'renderer.js'))
      .href,
  }
}

/** Made beside its place and put there whole: another build may be using the one that is there. */
async function makeShell(folder: string, terms: ShellTerms): Promise<void> {
  const next = `${folder}.${randomUUID().slice(0, 8)}`
  mkdirSync(next, { recursive: true })
  const discard = () => rmSync(next, { recursive: true, force: true })
  process.once('exit', discard)
  try {
    const packed = packageFolder()
    if (packed === undefined) await bundleShell(next, terms)
    else placeShell(join(packed, 'shell'), next, terms.base)
    if (terms.theme) await dress(next, terms.theme, terms.base)
    if (terms.force || !existsSync(folder)) swap(next, folder)
    letGoOfOld(dirname(folder))
  } finally {
    process.off('exit', discard)
    discard()
  }
}

/** What compiles them is loaded where there are any, and may have to be installed first. */
async function dress(folder: string, theme: Theme, base: string): Promise<void> {
  guardTheme(theme)
  const { dressShell } = await import('./dress-shell.ts')
  await dressShell(folder, theme, base)
}

/** Bundled, the process stands beside this module. */
const besideThis = fileURLToPath(new URL('./shell-process.js', import.meta.url))

async function bundleShell(folder: string, terms: ShellTerms): Promise<void> {
  const { base, signal, script = besideThis } = terms
  // Vite and Vue look for this word: what is bundled is never for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [script, folder, base], { signal, env })
}

/** Milliseconds after which nobody builds with a shell any more that was not opened since. */
const patience = 24 * 60 * 60 * 1000

/** What another version of the program left means nothing to this one; but it may be building just now. */
function letGoOfOld(shells: string): void {
  for (const name of readdirSync(shells)) {
    const folder = join(shells, name)
    const found = statSync(folder, { throwIfNoEntry: false })
    if (found && found.mtimeMs < Date.now() - patience)
      rmSync(folder, { recursive: true, force: true })
  }
}

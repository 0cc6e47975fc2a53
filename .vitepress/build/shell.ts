import { execFile } from 'node:child_process'
import { hash, randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Plugin } from 'vite'
import type { PageAssets } from '../head.ts'

/** What VitePress builds once for all pages: styles, islands, icons, and the components that render pages. */
export interface Shell {
  /** Folder whose files go into the output as they are. */
  site: string
  assets: PageAssets
  /** Module that exports `renderPage`, as a file address. */
  renderer: string
  reused: boolean
}

/** The folder VitePress leaves a shell's parts in; absent when it builds whole pages itself. */
export function shellFolder(): string | undefined {
  return process.env.PORTAL_SHELL
}

/** The shell of this version of the program under this base: kept from build to build. */
export async function openShell(version: string, base: string, force: boolean): Promise<Shell> {
  const folder = resolve(
    '.vitepress/cache/shell',
    hash('sha256', `${version} ${base}`).slice(0, 16),
  )
  if (force) rmSync(folder, { recursive: true, force: true })
  const reused = existsSync(folder)
  if (!reused) await buildShell(folder, base)
  return {
    site: join(folder, 'site'),
    // `keepAssets` below wrote it.
    assets: JSON.parse(readFileSync(join(folder, 'assets.json'), 'utf8')) as PageAssets,
    renderer: pathToFileURL(join(folder, 'renderer/renderer.js')).href,
    reused,
  }
}

/** Built beside its place and moved there whole. */
async function buildShell(folder: string, base: string): Promise<void> {
  const next = `${folder}.${randomUUID().slice(0, 8)}`
  const site = join(next, 'site')
  mkdirSync(next, { recursive: true })
  try {
    await promisify(execFile)(
      process.execPath,
      [resolve('.vitepress/build/shell-process.js'), site, join(next, 'temp')],
      { env: { ...process.env, PORTAL_SHELL: next, PORTAL_BASE: base } },
    )
    for (const leftover of ['404.html', 'hashmap.json', 'package.json', '../temp'])
      rmSync(join(site, leftover), { recursive: true, force: true })
    if (existsSync(folder)) return
    renameSync(next, folder)
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
}

/** Makes VitePress's own bundle hold the page renderer as well, and keeps a copy of it. */
export function keepRenderer(folder: string): Plugin {
  return {
    name: 'chaotou:renderer',
    apply: 'build',
    buildStart() {
      this.emitFile({
        type: 'chunk',
        id: resolve('.vitepress/theme/render.ts'),
        fileName: 'renderer.js',
      })
    },
    writeBundle({ dir = '' }) {
      cpSync(dir, join(folder, 'renderer'), {
        recursive: true,
        filter: (path) => !path.endsWith('/assets'),
      })
      // The bundle is ES modules, wherever it lies.
      writeFileSync(join(folder, 'renderer/package.json'), '{"type":"module"}')
    },
  }
}

export function keepAssets(folder: string, assets: PageAssets): void {
  writeFileSync(join(folder, 'assets.json'), JSON.stringify(assets))
}

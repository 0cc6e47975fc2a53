import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll } from 'vitest'
import { bundling } from '../builder/program.js'

const root = resolve(import.meta.dirname, '..')

/**
 * Commands as one module each, for a file that starts them again and again: loading their modules one
 * by one takes longer than what most of them do. `commands.test.ts` starts every one as people do.
 *
 * @returns the path of a command's module by its name.
 */
export async function bundled(...names: string[]): Promise<(name: string) => string> {
  const cache = join(root, '.vitepress/cache')
  mkdirSync(cache, { recursive: true })
  // Below the repository, where the modules find their packages.
  const folder = mkdtempSync(join(cache, 'commands-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => `scripts/${name}.ts`),
    outdir: relative(root, folder),
    ...bundling,
  })
  return (name) => join(folder, `${name}.js`)
}

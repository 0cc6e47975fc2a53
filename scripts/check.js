import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/**
 * Start `check.ts` as one bundled file: loading its modules one by one through a TypeScript loader
 * takes longer than checking a small portal. The bundle is made anew each time, so it is never stale.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const outfile = `${root}.vitepress/cache/check-${process.pid}.mjs`
mkdirSync(`${root}.vitepress/cache`, { recursive: true })
try {
  await build({
    entryPoints: [`${root}scripts/check.ts`],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  await import(pathToFileURL(outfile).href)
} finally {
  rmSync(outfile, { force: true })
}

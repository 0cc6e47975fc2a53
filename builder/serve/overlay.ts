import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { packageFolder, programFile } from '../folders.ts'

const folder = 'builder/serve/overlay'

/** The styles of the panel that shows what the check finds. */
export function overlaySheet(): Buffer {
  return readFileSync(programFile(`${folder}/panel.css`))
}

/** The script of the panel, for the browsers maintainers and editors use; the package holds it bundled. */
export function overlayScript(): Buffer {
  if (packageFolder() !== undefined) return readFileSync(programFile(`${folder}/main.js`))
  return bundleOverlay()
}

/** Bundle the script of the panel. */
export function bundleOverlay(): Buffer {
  // Not installed with the package: loaded where it bundles.
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild')
  const { outputFiles } = buildSync({
    ...{ entryPoints: [programFile(`${folder}/main.ts`)], bundle: true, write: false },
    ...{ format: 'iife', target: 'es2020', charset: 'utf8' },
  })
  return Buffer.from(`\n${outputFiles[0]?.text ?? ''}`)
}

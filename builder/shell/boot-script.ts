import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transformSync } from 'esbuild'

/** The script that applies the reader's display settings before the first paint, named by its content. */
interface BootScript {
  path: string
  text: string
}

export function bootScript(): BootScript {
  const written = readFileSync('.vitepress/islands/boot.js', 'utf8')
  const { code: text } = transformSync(written, { minify: true, target: 'es5' })
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return { path: `assets/boot.${hash}.js`, text }
}

/** VitePress copies no script that is not a module, so this one is written by itself. */
export function writeBootScript(boot: BootScript, outDir: string): void {
  const file = join(outDir, boot.path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, boot.text)
}

import { basename } from 'node:path'
import { build } from 'vite'
import type { InlineConfig, Plugin } from 'vite'

const asked = /\?classic$/

/**
 * `import address from './part.ts?classic'`: the address of one classic script that holds the module and
 * all it imports, for pages that are opened from disk, where browsers load no modules.
 */
export function classicScripts(terms: InlineConfig): Plugin {
  return {
    name: 'chaotou:classic-scripts',
    load: {
      filter: { id: asked },
      async handler(id) {
        const file = id.replace(asked, '')
        const source = await bundled(file, terms)
        if (this.environment.mode === 'dev') return exporting(dataAddress(source))
        const name = `${basename(file, '.ts')}.js`
        return exporting(`__VITE_ASSET__${this.emitFile({ type: 'asset', name, source })}__`)
      },
    },
  }
}

async function bundled(file: string, terms: InlineConfig): Promise<string> {
  const made = await build({
    ...{ configFile: false, publicDir: false, logLevel: 'warn', ...terms },
    build: {
      ...terms.build,
      write: false,
      modulePreload: false,
      rolldownOptions: { input: file, output: { format: 'iife', codeSplitting: false } },
    },
  })
  const [chunk] = [made].flat().flatMap((one) => ('output' in one ? one.output : []))
  if (chunk?.type !== 'chunk') throw new Error(`${file} is no script`)
  return chunk.code
}

const exporting = (address: string) => `export default ${JSON.stringify(address)}`

/** In development nothing is written: the script is its own address. */
const dataAddress = (source: string) =>
  `data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`

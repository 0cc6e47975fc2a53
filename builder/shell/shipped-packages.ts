import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { licences, sbom } from '../../src/publish/sbom.ts'
import type { ShippedPackage } from '../../src/publish/sbom.ts'

/**
 * Notes which packages the browser's bundles hold, the worker's among them, and writes `sbom.cdx.json`
 * and `licences.txt` beside the assets. The bundler's own list of modules is the source.
 */
export function shippedPackages(): { pages: Plugin; worker: () => Plugin[] } {
  const folders = new Set<string>()
  const note: Plugin['generateBundle'] = (_options, bundle) => {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk')
        for (const id of chunk.moduleIds) {
          const [, folder] = /^\0?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id) ?? []
          if (folder) folders.add(folder)
        }
  }
  return {
    worker: () => [{ name: 'chaotou:shipped-by-worker', generateBundle: note }],
    pages: {
      name: 'chaotou:shipped',
      apply: 'build',
      generateBundle(options, bundle, isWrite) {
        // Workers are bundled before the page that starts them is done.
        note.call(this, options, bundle, isWrite)
        const packages = [...folders].map(readPackage)
        packages.sort((a, b) => (a.name < b.name ? -1 : 1))
        this.emitFile({ type: 'asset', fileName: 'sbom.cdx.json', source: sbom(packages) })
        this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licences(packages) })
      },
    },
  }
}

/** Name, version and licence of an installed package, by its folder. */
export function readPackage(folder: string): ShippedPackage {
  // Every installed package has these fields.
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as {
    name: string
    version: string
    license: string
  }
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
  const text = file ? readFileSync(join(folder, file), 'utf8') : ''
  return { name, version, licence: license, text }
}

import { originsOf } from '../../src/publish/origins.ts'
import { manifestFile, manifestOf, writtenManifest } from '../../src/release/manifest.ts'
import type { Step } from './step.ts'

/**
 * Every file with its size and SHA-256: what a release is verified by. Last, for it looks at all
 * others; what was hashed when it was made is not read again.
 */
export const writeManifest: Step = {
  name: '写清单',
  run({ folder, library, write, records }) {
    const manifest = { ...manifestOf(folder, records), origins: originsOf(library) }
    write(manifestFile, writtenManifest(manifest))
    return { count: manifest.files.length, unit: '个文件' }
  },
}

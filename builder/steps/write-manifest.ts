import { originsOf } from '../../src/publish/origins.ts'
import { manifestFile, serializeManifest } from '../../src/release/manifest.ts'
import type { Step } from './step.ts'

/**
 * Every file with its size and SHA-256: what a release is verified by. Last, for it looks at all
 * others; what was hashed when it was made is not read again.
 */
export const writeManifest: Step = {
  name: '写清单',
  run({ library, digests, output }) {
    const manifest = {
      version: 1 as const,
      files: output.list(),
      origins: originsOf(library, digests),
    }
    output.write(manifestFile, serializeManifest(manifest))
    return { count: manifest.files.length, unit: '个文件' }
  },
}

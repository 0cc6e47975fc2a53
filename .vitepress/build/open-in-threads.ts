import type { Digests } from '../../src/content/digest.ts'
import type { PortalFiles } from '../../src/content/files.ts'
import type { Pool } from './pool.ts'

/** Make a portal known in every thread. Media are read there from the disk: their readers cannot be sent. */
export function openInThreads(
  pool: Pool,
  portal: { files: PortalFiles; digests: Digests; base?: string; url?: string },
): void {
  const media = portal.files.media.map(({ path, absolute, bytes, head }) => ({
    path,
    absolute,
    bytes,
    head,
  }))
  pool.tell('open', { ...portal, files: { ...portal.files, media } })
}

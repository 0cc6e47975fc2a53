import { resolve } from 'node:path'

/** Folder with `content/`, `seeds/` and `site.yaml`: PORTAL_ROOT, or the repository. */
export function portalRoot(): string {
  return resolve(process.env.PORTAL_ROOT ?? process.cwd())
}

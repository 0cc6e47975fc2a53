import { relative, resolve } from 'node:path'

/** Folder with `content/`, `seeds/` and `site.yaml`: PORTAL_ROOT, or the one the command runs in. */
export function portalRoot(): string {
  return resolve(process.env.PORTAL_ROOT ?? '.')
}

/**
 * A file of the program, by its path in the repository: `docs/handbook`. The installed package keeps its
 * own under the same paths; in the repository commands run where the program stands.
 */
export function programFile(path: string): string {
  return resolve(packageFolder() ?? '.', path)
}

/** The same as a person in the command's folder would write it. */
export function programPath(path: string): string {
  return relative('.', programFile(path)).replaceAll('\\', '/')
}

/** Folder of the installed package; undefined in the repository, where the program is bundled when it is run. */
export function packageFolder(): string | undefined {
  return process.env.PORTAL_PACKAGE
}

/** Where builds and checks keep something for the next one: below the folder the command runs in. */
export function cacheFolder(...names: string[]): string {
  return resolve('.vitepress/cache', ...names)
}

import { existsSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import type { PortalFiles } from '../content/files.ts'
import { nearest } from '../content/nearest.ts'
import type { InvocationFault } from './options.ts'

/**
 * Paths as written, relative to the portal or to the working folder, brought to the form issues
 * carry. A path that leads nowhere in the portal is a wrong invocation.
 */
export function resolveOnly(
  root: string,
  written: readonly string[],
  from: string,
): string[] | InvocationFault {
  const paths: string[] = []
  for (const path of written) {
    const found = [resolve(root, path), resolve(from, path)].find(
      (absolute) => existsSync(absolute) && isInside(root, absolute),
    )
    if (!found) return { fault: `${path} 不在这个门户里。` }
    paths.push(relative(root, found).split(sep).join('/'))
  }
  return paths
}

/** Whether a file is one of the paths or lies in one of them; an empty path is the portal itself. */
export function isIn(paths: readonly string[], file: string): boolean {
  return paths.some((path) => path === '' || path === file || file.startsWith(`${path}/`))
}

/** What a path that leads nowhere was likely meant to be. */
export function guessPath(files: PortalFiles, written: string): string | undefined {
  const { entries, seeds, media, captions, storyboards = [], collected = [] } = files
  const paths = [...entries, ...seeds, ...media, ...captions, ...storyboards, ...collected].map(
    ({ path }) => path,
  )
  const folders = paths.flatMap((path) => {
    const steps = path.split('/')
    return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'))
  })
  return nearest(written.replace(/\/$/, ''), new Set([...paths, ...folders]))
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)
}

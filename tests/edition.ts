import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
/** The path all suites build under but for the root: its shell is bundled once, which takes longer than most portals. */
export const deepBase = '/a/b/'

const courses = /^content\/(training\/(?!read-a-case)|packs\/(?!know-the-base|charity-by))/

/**
 * Copy a portal that has every kind of page the edition has, and builds in less than half its time:
 * one course of the twelve, and two of the packs.
 */
export function copyShortEdition(portal: string): void {
  for (const part of ['content', 'seeds', 'films', 'site.yaml'])
    cpSync(join(root, part), join(portal, part), {
      recursive: true,
      filter: (path) => !courses.test(relative(root, path)),
    })
}

/** The folder of the edition's own output, which `npm test` builds first: made now where it is not up to date. */
export function builtEdition(): string {
  const words = [join(root, 'scripts/build.js')]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stdout + stderr)
  return join(root, '.vitepress/dist')
}

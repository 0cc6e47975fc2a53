import { cpSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
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

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
/** The path all suites build under but for the root: its shell is bundled once, which takes longer than most portals. */
export const deepBase = '/a/b/'

/** Entries the short edition leaves out: eleven of the twelve courses, and all but two of the packs. */
const ofShort = /^content\/(training\/(?!read-a-case)|packs\/(?!know-the-base|charity-by))/
/** What the small edition leaves out: but for the courses of one pack, all that is not of one city. */
const ofSmall =
  /^content\/(training\/(?!read-a-case|write-clearly)|packs\/(?!know-the-base)|(?:cases|organizations)\/(?!hangzhou|xian)|videos\/(?!hangzhou|know-the-base)|media\/films\/(?!know-the-base))/

const linkToEntry =
  /\[([^\]]+)\]\((\/(?:cases|organizations|packs|training|videos)\/[^)#]+?)(?:\.html)?(?:#[^)]*)?\)/g

/**
 * Copy a portal that has every kind of page the edition has, and builds in less than half its time:
 * one course of the twelve, and two of the packs.
 */
export function copyShortEdition(portal: string): void {
  copyWithout(ofShort, portal)
}

/** Copy a portal that still has every kind of page and a whole meeting, and packs in a third of the time of the short edition. */
export function copySmallEdition(portal: string): void {
  copyWithout(ofSmall, portal)
  const content = join(portal, 'content')
  for (const name of readdirSync(content, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.md')) continue
    const text = readFileSync(join(content, name), 'utf8')
    // The words of a link stay where what it leads to is left out.
    const sound = text.replace(linkToEntry, (link, words: string, path: string) =>
      ['.md', '/index.md'].some((end) => existsSync(content + path + end)) ? link : words,
    )
    if (sound !== text) writeFileSync(join(content, name), sound)
  }
}

function copyWithout(left: RegExp, portal: string): void {
  for (const part of ['content', 'seeds', 'films', 'site.yaml'])
    cpSync(join(root, part), join(portal, part), {
      recursive: true,
      filter: (path) => !left.test(relative(root, path)),
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

import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { ownPrefix } from '../src/content/headings.ts'
import { parseBody } from '../src/content/markdown.ts'

const root = resolve(import.meta.dirname, '..', '.vitepress')

/** Every id that a template, a component or an island writes, as far as it is written out. */
function templateIds(): string[] {
  return ['theme', 'islands'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.vue'))
      .flatMap((name) =>
        Array.from(
          readFileSync(join(root, folder, name), 'utf8').matchAll(/[\s:]id="`?([^"`]+)/g),
          ([, id = '']) => id,
        ),
      ),
  )
}

it('ids of headings and of templates cannot meet', () => {
  const ids = templateIds()
  expect(ids).toContain('main')
  const meeting = ids.filter((id) => id.startsWith(ownPrefix) || /[^\0-\x7f]/.test(id))
  expect(meeting).toEqual([])
  const written = [...ids.filter((id) => /^[\w-]+$/.test(id)), 'Main', 'fn1', 's-demo-f01']
  const headings = parseBody(written.map((id) => `## ${id}\n\n`).join(''), 1).headings
  const own = new Set(ids)
  expect(headings.filter(({ id }) => own.has(id))).toEqual([])
  expect(new Set(headings.map(({ id }) => id)).size).toBe(headings.length)
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { handbookFiles } from '../scripts/handbook-files.ts'
import { collectionNames } from '../src/model/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const versions = z.record(z.string(), z.string())
const packages = z.object({ dependencies: versions, devDependencies: versions })
const files = await handbookFiles()

describe('what derives from the content model', () => {
  it.each([...files])('%s is as `npm run handbook` writes it', (path, text) => {
    expect(existsSync(root + path)).toBe(true)
    expect(readFileSync(root + path, 'utf8')).toBe(text)
  })

  it('has a schema for every collection, and no other left behind', () => {
    const wanted = [...collectionNames, 'sources', 'storyboards', 'site'].map(
      (name) => `${name}.schema.json`,
    )
    expect(readdirSync(`${root}schemas`).sort()).toEqual(wanted.sort())
  })

  it('calls every field by a Chinese name', () => {
    const nameless = files
      .get('docs/handbook/fields.md')
      ?.split('\n')
      .filter((row) => /^\| `\w+` \| *\|/.test(row))
    expect(nameless).toEqual([])
  })
})

describe('the handbook', () => {
  const folder = `${root}docs/handbook/`
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))

  it.each(names)('%s links only to pages there are', (name) => {
    const text = readFileSync(folder + name, 'utf8')
    const targets = [...text.matchAll(/\]\(\/handbook\/([^)#]+)\.html/g)].map(([, page]) => page)
    expect(targets.filter((page) => !existsSync(`${folder}${page}.md`))).toEqual([])
  })

  it.each(names)('%s is plain Markdown: no HTML, no interpolation', (name) => {
    const prose = readFileSync(folder + name, 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
    expect(prose).not.toMatch(/<[a-z/!]|\{\{/i)
  })

  it('says why each dependency is there', () => {
    const { dependencies, devDependencies } = packages.parse(
      JSON.parse(readFileSync(`${root}package.json`, 'utf8')),
    )
    const page = readFileSync(`${folder}maintainers.md`, 'utf8')
    const named = Object.keys({ ...dependencies, ...devDependencies })
    expect(named.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })
})

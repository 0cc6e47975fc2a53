import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readHandbook } from '../builder/handbook.ts'
import { handbookFiles } from '../scripts/handbook-files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { collectionNames } from '../src/model/index.ts'
import { handbookPages, picturePath } from '../src/pages/handbook.ts'
import type { HandbookFile } from '../src/pages/handbook.ts'
import { examplePortal } from '../src/rules/handbook/portal.ts'

/** What is wrong with the pictures of a page, for the person who wrote it. */
function pictureFaults({ path, text }: HandbookFile, known: ReadonlySet<string>): string[] {
  const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
  return [...prose.matchAll(/!\[([^\]]*)\]\(([^)\s]+)/g)].flatMap(([, alt = '', src = '']) => [
    ...(known.has(picturePath(src))
      ? []
      : [`docs/${path}.md：没有 docs/${picturePath(src)} 这张图片。A picture that is not there.`]),
    ...(alt.trim()
      ? []
      : [
          `docs/${path}.md：图片 ${src} 没有替代文字，写成 ![图里有什么](${src})。A picture without alternative text.`,
        ]),
  ])
}

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

  const pages = readHandbook()
  const pictures = new Map(pages.pictures.map(({ path }) => [path, `${root}docs/${path}`]))

  it('shows only pictures there are, each described in words', () => {
    const known = new Set(pictures.keys())
    expect(pages.pages.flatMap((page) => pictureFaults(page, known))).toEqual([])
    expect(pictureFaults({ path: 'handbook/x', text: '![](images/a.webp)' }, known)).toEqual([
      'docs/handbook/x.md：没有 docs/handbook/images/a.webp 这张图片。A picture that is not there.',
      'docs/handbook/x.md：图片 images/a.webp 没有替代文字，写成 ![图里有什么](images/a.webp)。A picture without alternative text.',
    ])
  })

  it('keeps no picture that no page shows, and none over 60 KB', () => {
    const texts = pages.pages.map(({ text }) => text).join('\n')
    const unused = [...pictures.keys()].filter((path) => !texts.includes(path.slice(9)))
    const heavy = [...pictures].filter(([, file]) => statSync(file).size > 60 * 1024)
    expect(readdirSync(`${folder}images`)).toHaveLength(pictures.size)
    expect({ unused, heavy }).toEqual({ unused: [], heavy: [] })
  })

  it('has pictures in its pages, at their size, under any base', () => {
    const library = buildLibrary(examplePortal([]).portal, { base: '/below/' })
    const page = handbookPages(library, {
      pages: [
        { path: 'handbook/x', text: '# 甲\n\n![图](images/a.webp)\n' },
        { path: 'handbook/rules/y', text: '# 乙\n\n![图](../images/a.webp)\n' },
      ],
      pictures: [{ path: 'handbook/images/a.webp', width: 8, height: 6 }],
    })
    const image = (at: string) =>
      /<img [^>]*>/.exec(page.find(({ path }) => path === at)?.view().html ?? '')?.[0]
    const wanted =
      '<img src="/below/handbook/images/a.webp" alt="图" width="8" height="6" loading="lazy" decoding="async">'
    expect([image('handbook/x'), image('handbook/rules/y')]).toEqual([wanted, wanted])
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

it('what commands and pages send people to in the handbook has that name', () => {
  const titles = new Set(
    readdirSync(`${root}docs/handbook`)
      .filter((name) => name.endsWith('.md'))
      .map((name) => /^# (.+)$/m.exec(readFileSync(`${root}docs/handbook/${name}`, 'utf8'))?.[1]),
  )
  const texts = ['src', 'scripts', 'builder', '.vitepress/theme', '.vitepress/islands']
    .flatMap((folder) =>
      readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path}`,
      ),
    )
    .filter((path) => /\.(ts|js|vue)$/.test(path))
    .map((path) => readFileSync(root + path, 'utf8'))
  const named = texts.flatMap((text) =>
    Array.from(text.matchAll(/手册里?的?“([^”]+)”/g), ([, to]) => to),
  )
  expect(named.length).toBeGreaterThan(3)
  expect(named.filter((to) => !titles.has(to))).toEqual([])
})

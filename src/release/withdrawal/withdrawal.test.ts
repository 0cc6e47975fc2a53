import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { withdrawnFile, serializeTombstones } from '../../publish/withdrawn.ts'
import { manifestFile, manifestOf, serializeManifest } from '../manifest.ts'
import { Releases } from '../releases.ts'
import type { Refusal, Released, ReleaseOptions } from '../releases.ts'
import { redact, tombstonePage } from './redact.ts'
import { pageOf } from './tombstones.ts'
import { Words } from './words.ts'

const scratch = mkdtempSync(join(tmpdir(), 'withdrawal-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
let runs = 0
let root = ''
beforeEach(() => (root = join(scratch, String(runs++))))

const secret = '张三在社区讲了三十堂公益课'
const words = new Words([secret], ['短题'])

describe('words of an entry', () => {
  test.each([
    ['in a page', `<p>${secret}。</p>`],
    ['with other blanks and punctuation', '张三，在社区 讲了“三十堂”公益课'],
    ['escaped', `"${[...secret].map((char) => `\\u${char.charCodeAt(0).toString(16)}`).join('')}"`],
    ['with entities', '张三在社区&#39;讲了&quot;三十堂'],
    ['with places to break a line', '<!--[-->张三<wbr>在<wbr>社区<wbr>讲了<!--]-->'],
    ['in part', '听说讲了三十堂公益课呢'],
    ['a short title that stands alone', '<h3>短题</h3>'],
  ])('are found %s', (_, text) => expect(words.areIn(text)).toBe(true))

  test.each([
    ['few of them', '在社区讲课'],
    ['between two tags', '<b>张三在社</b><i>区讲了三</i>'],
    ['a short title among others', '<h3>一个短题目</h3>'],
  ])('are not found in %s', (_, text) => expect(words.areIn(text)).toBe(false))

  test('are not what others say as well', () => {
    const left = new Words([secret, '大家都说的一句话'], ['短题'])
    expect(left.areIn('大家都说的一句话')).toBe(true)
    left.leaveOut('<li>大家都说的一句话</li><h3>短题</h3>')
    expect(left.areIn('大家都说的一句话')).toBe(false)
    expect(left.areIn('<h3>短题</h3>')).toBe(false)
    expect(left.areIn(secret)).toBe(true)
  })
})

describe('a text without them', () => {
  test.each([
    [
      'a.html',
      `<a href="/a.html" title="${secret}">${secret}</a><b>别的</b>`,
      '<a href="/a.html" title="已撤下">已撤下</a><b>别的</b>',
    ],
    [
      'a.html',
      `<script type="application/ld+json">{"name":"${secret}","n":1}</script>`,
      '<script type="application/ld+json">{"name":"已撤下","n":1}</script>',
    ],
    [
      'feed.xml',
      `<content><![CDATA[<p>${secret}</p>]]></content><t>别的</t>`,
      '<content><![CDATA[已撤下]]></content><t>别的</t>',
    ],
    [
      'pack.json',
      `[["/a.html","${secret}"],["/b.html","别的"]]`,
      '[["/a.html","已撤下"],["/b.html","别的"]]',
    ],
    ['facts.csv', `id,text\n1,${secret}\n2,别的\n`, 'id,text\n已撤下\n2,别的\n'],
  ])('%s', (path, text, wanted) => expect(redact(path, text, words)).toBe(wanted))

  test('though lines may break between its words', () =>
    expect(redact('a.html', '<p><!--[-->张三<wbr>在<wbr>社区<wbr>讲了<!--]--></p>', words)).toBe(
      '<p>已撤下</p>',
    ))

  test('the page that is left looks like the one for what is not found', () => {
    const notFound =
      '<title>没有</title><main><p class="eyebrow">404</p><h1>没有找到</h1><p class="lead">写错了。</p><ul></ul></main>'
    expect(tombstonePage(notFound)).toBe(
      '<title>已撤下</title><main><p class="eyebrow">已撤下</p><h1>这一篇已经撤下</h1><p class="lead">它不再发布。</p><ul></ul></main>',
    )
    expect(tombstonePage(undefined)).toContain('<h1>这一篇已经撤下</h1>')
  })
})

test.each([
  'cases/a',
  '/cases/a.html',
  'content/cases/a.md',
  './cases/a.html',
  'https://x.cn/cases/a.html?b#c',
])('%s names a page', (named) => expect(pageOf(named)).toBe('cases/a.html'))

const options: ReleaseOptions = { keep: 5, keepDays: 30, now: Date.UTC(2026, 10, 25) }
const piece = (page: string, title: string, text: string) =>
  JSON.stringify([page, title, 'cases', '案例', '', 0, [[2, text, '', -1]]])

const own: Record<string, string> = {
  'cases/a.html': `<main><h1>甲案例的题目</h1><p>${secret}</p><img src="/media/a.webp"><img src="/media/both.webp"></main>`,
  'cases/a.csv': `${secret}\n`,
  'search/t-1-aaaaaaaa.json': piece('/cases/a.html', '甲案例的题目', secret),
  'media/a.webp': 'picture a',
}
const others: Record<string, string> = {
  '404.html': '<main><h1>没有找到</h1></main>',
  'cases/b.html': '<main><h1>乙案例的题目</h1><img src="/media/both.webp"></main>',
  'search/t-2-bbbbbbbb.json': piece('/cases/b.html', '乙案例的题目', '乙案例自己的一段话'),
  'media/both.webp': 'picture of both',
  'assets/page.AAAAAAAA.js': 'program',
}
const lists = (titles: string[]) => ({
  'index.html': titles
    .map((title) => `<a href="/cases/${title.startsWith('甲') ? 'a' : 'b'}.html">${title}</a>`)
    .join(''),
  [`search/pack-${titles.length}aaaaaaa.json`]: JSON.stringify(titles),
})
const whole = { ...own, ...others, ...lists(['甲案例的题目', '乙案例的题目']) }
const without = { ...others, ...lists(['乙案例的题目']) }

function output(files: Record<string, string>): string {
  const folder = join(root, `output-${runs++}`)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
    if (/\.(html|json)$/.test(path)) writeFileSync(join(folder, `${path}.gz`), gzipSync(text))
  }
  writeFileSync(join(folder, manifestFile), serializeManifest(manifestOf(folder)))
  return folder
}

function done(result: Released | Refusal): Released {
  if ('fault' in result) throw new Error(JSON.stringify(result))
  return result
}

/** Files below the releases and what is served that still hold any of it. */
function holding(): string[] {
  return ['releases', 'current'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => {
        const bytes = readFileSync(path)
        const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
        return /三十堂公益课|甲案例的题目|picture a/.test(text)
      }),
  )
}

const modes = [{ mode: 'link' }, { mode: 'copy' }] as const

describe.each(modes)('withdrawn from releases with a $mode', ({ mode }) => {
  const read = (path: string) => readFileSync(join(root, 'current', path), 'utf8')

  test('a deleted entry is found nowhere, and other old files stay', async () => {
    const releases = new Releases(root)
    done(await releases.publish(output(whole), { ...options, mode }))
    done(await releases.publish(output({ ...without, 'assets/page.BBBBBBBB.js': 'new' }), options))
    expect(holding().length).toBeGreaterThan(5)
    const purged = await releases.withdraw('cases/a.html', options)
    expect(holding()).toEqual([])
    expect(purged).toEqual(
      expect.arrayContaining([
        'cases/a.html',
        'cases/a.csv',
        'media/a.webp',
        'search/t-1-aaaaaaaa.json',
      ]),
    )
    expect(purged).not.toContain('media/both.webp')
    expect(read('assets/page.AAAAAAAA.js')).toBe('program')
    expect(read('search/t-2-bbbbbbbb.json')).toContain('乙案例自己的一段话')
    expect(await releases.verify()).toEqual([])

    done(await releases.rollBack(undefined, options))
    expect(holding()).toEqual([])
    expect(read('cases/a.html')).toContain('已撤下')
    expect(read('index.html')).toBe(
      '<a href="/cases/a.html">已撤下</a><a href="/cases/b.html">乙案例的题目</a>',
    )
    expect(JSON.parse(read(withdrawnFile))).toMatchObject({ withdrawn: [{ path: 'cases/a.html' }] })
    expect(await releases.verify()).toEqual([])
  })

  test('an entry that is still served goes at once', async () => {
    const releases = new Releases(root)
    done(await releases.publish(output(whole), { ...options, mode }))
    await releases.withdraw('cases/a.html', options)
    expect(holding()).toEqual([])
    expect(read('media/both.webp')).toBe('picture of both')
    expect(read('cases/a.html')).toContain('已撤下')
    expect(await releases.verify()).toEqual([])
    expect(await releases.publish(output(whole), options)).toMatchObject({
      fault: expect.stringContaining('又有已经撤下的 cases/a.html') as string,
    })
    expect(await releases.withdraw('cases/nowhere.html', options)).toHaveProperty('fault')
  })

  test('an entry that editors marked goes by itself', async () => {
    const releases = new Releases(root)
    done(await releases.publish(output(whole), { ...options, mode }))
    const marked = {
      ...without,
      'cases/a.html': '<main><h1>这一篇已经撤下</h1><p>《甲案例的题目》不再发布。</p></main>',
      [withdrawnFile]: serializeTombstones([{ path: 'cases/a.html', at: '2026-11-25' }]),
    }
    const { withdrawn, purged } = done(await releases.publish(output(marked), options))
    expect(withdrawn).toEqual(['cases/a.html'])
    expect(purged).toContain('search/t-1-aaaaaaaa.json')
    expect(holding().filter((path) => !path.includes('cases/a.html'))).not.toEqual(
      expect.arrayContaining([expect.stringContaining('t-1')]),
    )
    expect(read('cases/a.html')).toContain('《甲案例的题目》不再发布')
    expect(await releases.verify()).toEqual([])
    done(await releases.rollBack(undefined, options))
    expect(read('cases/a.html')).not.toContain('三十堂公益课')
  })
})

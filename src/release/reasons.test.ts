import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { compare } from './compare.ts'
import { explain, grouped } from './reasons.ts'
import type { Output } from './reasons.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')

/** An output of these files, made from these texts; `pages` gives the page of a text. */
function output(files: Record<string, string>, texts?: Record<string, string>): Output {
  const pageOf = (file: string) =>
    file.replace(/^content\/(.*)\.md$|^seeds\/(.*)\.yaml$/, '$1$2.html')
  return {
    version: 1,
    files: Object.entries(files).map(([path, text]) => ({
      path,
      bytes: text.length,
      sha256: sha256(text),
    })),
    ...(texts
      ? {
          origins: Object.entries(texts).map(([file, text]) => ({
            ...{ file, sha256: sha256(text) },
            ...(file === 'site.yaml'
              ? {}
              : { page: file.startsWith('seeds/') ? `data/${pageOf(file)}` : pageOf(file) }),
          })),
        }
      : {}),
    read: (path) => files[path] ?? '',
  }
}

/** `path: why, because` of every file that differs. */
function told(before: Output, after: Output): string[] {
  const { added, changed, removed } = explain(compare(before.files, after.files), before, after)
  return [...added, ...changed, ...removed].map(({ path, kind, reasons, because }) =>
    [`${path}: ${kind}`, ...reasons, ...because].join(' | '),
  )
}

const files = {
  'assets/a.1.js': 'a',
  'cases/one.html': '<p>一',
  'cases/two.html': '<p>二 <a href="/cases/one.html">',
  'cases/far.html': '<p>远',
  'cases/index.html': '<a href="/cases/one.html"><a href="/cases/two.html">',
  'feed.xml': 'https://x/cases/one.html',
  'data/facts.json': '{"source": "s"}',
  'search/d-1.json': '1',
  'search/manifest.json': '1',
  'videos/film.html': '<p>片',
  'videos/film.txt': '片',
}
const texts = {
  'content/cases/one.md': '一',
  'content/cases/two.md': '二',
  'content/videos/film.md': '片',
  'seeds/s.yaml': 's',
  'site.yaml': 'name: 站',
}
const before = output(files, texts)

const without = (path: string) =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name !== path))

describe('the reasons of a difference', () => {
  test('an edited entry: its page, what shows it, its search shard', () => {
    const rest = without('search/d-1.json')
    const after = output(
      {
        ...rest,
        'cases/one.html': '<p>一改',
        'cases/two.html': '<p>二 <a href="/cases/one.html">改',
        'cases/index.html': '<a href="/cases/one.html">改<a href="/cases/two.html">',
        'feed.xml': 'https://x/cases/one.html 改',
        'search/d-2.json': '2',
        'search/manifest.json': '2',
      },
      { ...texts, 'content/cases/one.md': '一改' },
    )
    const one = 'content/cases/one.md'
    expect(told(before, after)).toEqual([
      'search/d-2.json: 检索的分片 | 检索得到的文字变了 | 名字跟着内容变，内容变了就是新的文件',
      `cases/one.html: 条目的页面 | 条目自己改了 | ${one}`,
      `cases/two.html: 条目的页面 | 它推荐、列出或提到的条目变了 | ${one}`,
      `cases/index.html: 首页和列表 | 列出的条目变了 | ${one}`,
      `feed.xml: 订阅 | 里面的条目变了 | ${one}`,
      'search/manifest.json: 检索的目录 | 检索的分片换了名字',
      'search/d-1.json: 检索的分片 | 检索得到的文字变了 | 名字跟着内容变，内容变了就是新的文件',
    ])
  })

  test('a new and a withdrawn entry', () => {
    const after = output(
      { ...files, 'cases/new.html': '<p>新', 'cases/index.html': '<a href="/cases/new.html">' },
      { ...texts, 'content/cases/new.md': '新' },
    )
    expect(told(before, after)).toEqual([
      'cases/new.html: 条目的页面 | 新的条目 | content/cases/new.md',
      'cases/index.html: 首页和列表 | 列出的条目变了 | content/cases/new.md',
    ])
    const counted = output(
      { ...files, 'cases/new.html': '<p>新', 'cases/topic/a.html': '共3篇' },
      { ...texts, 'content/cases/new.md': '新' },
    )
    expect(told(before, counted)[1]).toBe(
      'cases/topic/a.html: 首页和列表 | 条目增减了，条数或分页跟着变',
    )
    expect(told(after, before)).toEqual([
      'cases/index.html: 首页和列表 | 列出的条目变了 | content/cases/new.md',
      'cases/new.html: 条目的页面 | 条目删去了，或不再发布 | content/cases/new.md',
    ])
  })

  test('another program, other settings, another source, other captions', () => {
    const rest = without('assets/a.1.js')
    const program = output(
      { ...rest, 'assets/a.2.js': 'b', 'cases/far.html': 'assets/a.2.js' },
      texts,
    )
    expect(told(before, program)[1]).toBe('cases/far.html: 条目的页面 | 程序或样式改了')
    const site = output(
      { ...files, 'cases/far.html': '<p>远 站名' },
      { ...texts, 'site.yaml': 'name: 改' },
    )
    expect(told(before, site)).toEqual(['cases/far.html: 条目的页面 | 站点配置（site.yaml）改了'])
    const source = output({ ...files, 'data/facts.json': '{}' }, { ...texts, 'seeds/s.yaml': 't' })
    expect(told(before, source)).toEqual([
      'data/facts.json: 开放数据 | 里面的来源、事实或案例变了 | seeds/s.yaml',
    ])
    const film = output(
      { ...files, 'videos/film.txt': '改' },
      { ...texts, 'content/videos/film.md': '改' },
    )
    expect(told(before, film)).toEqual([
      'videos/film.txt: 图表的表格和影片的文稿 | 条目自己改了 | content/videos/film.md',
    ])
  })

  test('a share image: the entry whose page names it', () => {
    const page = '<meta content="https://x/share/1.png">'
    const after = output(
      { ...files, 'cases/new.html': page, 'share/1.png': '1' },
      { ...texts, 'content/cases/new.md': '新' },
    )
    expect(told(before, after)[1]).toBe(
      'share/1.png: 分享图 | 照标题、主题和站点名称画，名字跟着它们变 | content/cases/new.md',
    )
  })

  test('are not invented where the outputs do not tell', () => {
    const after = output({ ...files, 'cases/far.html': '<p>远 改' }, texts)
    expect(told(before, after)).toEqual(['cases/far.html: 条目的页面 | 没有查到是哪一项引起的'])
    const old = output({ ...files, 'cases/far.html': '<p>远 改' })
    expect(told(before, old)).toEqual([
      'cases/far.html: 条目的页面 | 有一份清单没有记下条目，看不出原因',
    ])
    const edited = output(
      { ...files, 'cases/index.html': '改' },
      { ...texts, 'content/cases/one.md': '一改' },
    )
    const manifest = { ...edited, read: undefined }
    expect(told(before, manifest)).toEqual([
      'cases/index.html: 首页和列表 | 它显示的条目变了；只有清单，看不出是哪几个',
    ])
  })

  test('a packed copy has those of what it packs', () => {
    const packed = output({ 'cases/one.html': '<p>一', 'cases/one.html.br': '1' }, texts)
    const after = output(
      { 'cases/one.html': '<p>改', 'cases/one.html.br': '2' },
      { ...texts, 'content/cases/one.md': '改' },
    )
    const { changed } = explain(compare(packed.files, after.files), packed, after)
    expect(grouped(changed).map((group) => group.map(({ path }) => path))).toEqual([
      ['cases/one.html', 'cases/one.html.br'],
    ])
  })
})

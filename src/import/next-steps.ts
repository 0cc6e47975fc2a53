import { addressOf } from '../content/address.ts'
import { isPlaceholder, placeholder } from '../model/placeholder.ts'
import type { Draft } from './draft.ts'

/** What an editor does with what was imported, in order, a sentence each. */
export function importSteps({ slug, draft, source, addition }: Draft): string[] {
  const path = addition?.path ?? draft.path
  const isEntry = path !== source.path
  const url = isEntry ? addressOf(path)?.url : undefined
  const isNew = isEntry && addition === undefined
  return [
    ...sourceSteps(source.text, source.path),
    ...(isNew ? entrySteps(draft.text, draft.path, slug) : []),
    ...(addition ? [`打开 ${path}，看看加进去的表格放在哪里合适。`] : []),
    ...(isNew ? [`表格、照片和片子要放进这一篇的，写 --into ${slug}：${commands(slug)}`] : []),
    `检查：npm run check -- --only ${path}`,
    ...(url ? [`预览：npm run dev，再打开 ${url}`] : []),
    ...(isNew ? ['都好了，把 status 改成 published，再检查一次。'] : []),
  ]
}

/** Fields of a source that a file often does not tell, and what is written where nobody knows. */
const known: [field: RegExp, step: string][] = [
  [/^publisher: .*【待补/m, 'publisher 写发布方'],
  [
    new RegExp(`^url: ${placeholder.url}$`, 'm'),
    'url 写网址，没有公开网址的写 null，加一行 url_note 说明从哪里读到',
  ],
  [/^published: null$/m, 'published 写发布日期，没有日期的加一行 published_note 说明'],
]

function sourceSteps(text: string, path: string): string[] {
  const open = known.flatMap(([field, step]) => (field.test(text) ? [step] : []))
  const facts = text.includes('verified: false')
  return [
    ...(open.length > 0 ? [`打开 ${path}：${open.join('；')}。`] : []),
    ...(facts
      ? [`在 ${path} 里对照原文逐条看事实，读到原文的，删去那一条的 verified: false。`]
      : []),
  ]
}

function entrySteps(text: string, path: string, slug: string): string[] {
  const lacksUnit = new RegExp(`^unit: ${placeholder.slug}$`, 'm').test(text)
  const unit = `unit 写组织的文件名，content/organizations/ 里没有的，先运行 npm run new -- organization --title 组织的全称 --sources ${slug}`
  return [
    `打开 ${path}，把摘要改成自己的话${isPlaceholder(text) ? '，补上“【待补”的地方' : ''}。`,
    ...(lacksUnit ? [`${unit}。`] : []),
  ]
}

function commands(slug: string): string {
  return [
    `npm run import -- 表格.xlsx --into ${slug}`,
    `npm run picture -- 照片.jpg --into ${slug}`,
    `npm run film -- 片子.MOV 字幕.srt --into ${slug}`,
  ]
    .map((command) => `\n     ${command}`)
    .join('')
}

import type { PageReference, PageKind } from './activity.ts'

/** What each kind of page is called. */
export const pageKinds = {
  case: '案例',
  video: '视频',
  person: '榜样',
  course: '课程',
  lesson: '课时',
  topic: '专题',
} as const satisfies Record<PageKind, string>

/** The address of a page below the base. */
export function addressOf({ page, kind }: Pick<PageReference, 'page' | 'kind'>): string {
  return kind === 'course' ? `${page.slice(1)}/index.html` : `${page.slice(1)}.html`
}

/** What a row of a meeting may be about: what is studied, a ready pack for its questions, a chart. */
export type RowPageKind = PageKind | 'pack' | 'chart'

/** What each kind is called. */
export const rowPageKinds = {
  ...pageKinds,
  pack: '学习包',
  chart: '图',
} as const satisfies Record<RowPageKind, string>

/** What kind of page a row's path names. */
export function rowPageKind(page: string): RowPageKind {
  if (page.startsWith('/packs/')) return 'pack'
  return page.startsWith('/charts/') ? 'chart' : kindOf(page)
}

/** The address of a row's page below the base. */
export function rowPageAddress(page: string): string {
  const kind = rowPageKind(page)
  return kind === 'course' ? addressOf({ page, kind }) : `${page.slice(1)}.html`
}

/** What kind of page a path names. */
export function kindOf(page: string): PageKind {
  const [, folder, , lesson] = page.split('/')
  if (folder === 'cases') return 'case'
  if (folder === 'videos') return 'video'
  if (folder === 'people') return 'person'
  if (folder === 'topics') return 'topic'
  return lesson === undefined ? 'course' : 'lesson'
}

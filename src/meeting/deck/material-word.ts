import type { PageKind } from '../../study/activity.ts'

/** What a meeting calls an entry by the kind of its page. */
export function materialWord(kind: PageKind | 'pack', isFilm: boolean): string {
  if (kind === 'video') return isFilm ? '短片' : '视频'
  return words[kind]
}

const words: Record<Exclude<PageKind, 'video'> | 'pack', string> = {
  case: '案例',
  person: '榜样',
  course: '课程',
  lesson: '课',
  topic: '专题',
  pack: '学习包',
}

import { filmFiles } from './film-draft.ts'

/** What became of a phone's film, for the person who made it. */
export function filmReport({
  film,
  slug,
  draft,
  bytes,
  duration,
  cues,
  chapters,
  poster,
  changes,
  damage,
  beside,
}: {
  film: string
  slug: string
  draft: string
  bytes: { before: number; after: number }
  /** Seconds. */
  duration: number
  /** Absent when the captions are still to be typed. */
  cues: number | undefined
  chapters: number | undefined
  /** Which of the three, from 1. */
  poster: number
  changes: readonly string[]
  /** How many times something could not be read. */
  damage: number
  /** File of the draft that the film was joined to. */
  beside: string | undefined
}): string {
  const files = filmFiles(slug)
  const todo = [
    ...(damage > 0
      ? [`原片有 ${damage} 处读不出来，画面可能花掉：从头看一遍，不行就重新传一次原片。`]
      : []),
    '从头看一遍：画面里有没有不能公开的东西，认得出的人有没有书面同意。',
    ...(cues === undefined
      ? [
          `把听到的话写进 content${files.captions}：时间已经分好，把“【待补……】”换成那一句；不要的整条删去。`,
        ]
      : ['字幕逐句听一遍；说到的数字查出处。']),
    `打开 ${draft}，补上“【待补”的地方${beside === undefined ? '和来源' : ''}；都补好了再把 status 改成 published。`,
    `检查：npm run check -- --only ${draft}`,
    `预览：npm run dev，再打开 /videos/${slug}.html`,
  ]
  return [
    `${film}：做成了草稿，原片没有改动。`,
    `  条目  ${draft}`,
    `  视频  content${files.file}（${duration}秒，${megabytes(bytes.before)} → ${megabytes(bytes.after)}）`,
    `  封面  content${files.poster}（第 ${poster} 张；换一张：npm run film -- --slug ${slug} --poster ${(poster % 3) + 1}，三张都在 imports/${slug}/）`,
    `  字幕  content${files.captions}（${cues === undefined ? '还没有字幕，是一张带时间的空表' : `${cues}条`}）`,
    ...(chapters === undefined ? [] : [`  章节  content${files.chapters}（${chapters}章）`]),
    ...(beside === undefined
      ? []
      : [`  连着  ${beside}（来源照它写，两边互相链接；两篇要一起发布）`]),
    ...(changes.length > 0 ? [`改了什么（${changes.length}）`, ...changes.map(item)] : []),
    '要你做的',
    ...todo.map(item),
    '',
  ].join('\n')
}

const item = (sentence: string) => `  · ${sentence}`

function megabytes(bytes: number): string {
  const size = bytes / 1024 / 1024
  return size < 0.1 ? `${Math.ceil(bytes / 1024)} KB` : `${size.toFixed(1)} MB`
}

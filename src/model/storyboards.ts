import { z } from 'zod'
import { line, slug } from './fields.ts'
import { shotSchema } from './films/shots.ts'
import type { Shot } from './films/shots.ts'

const noConsent = '旁白要写朗读人的同意书编号（consent），例如 2026-013；还没有签的，先删去 audio。'

/** A recorded human voice: nothing of a film is read out by a machine. */
const narration = z.strictObject({
  file: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]*\.(m4a|wav|flac)$/,
      '写 films/ 里的录音文件名，以 .m4a、.wav、.flac 结尾，例如 song-xuewen.m4a。',
    )
    .meta({ title: '录音文件', description: '放在 films/ 里，只混进片里，不单独公开。' }),
  consent: z
    .string(noConsent)
    .regex(/\d/, noConsent)
    .meta({ title: '同意书编号', description: '归档的编号；没有就不能用这段录音。' }),
  speaker: line.max(20).meta({ title: '谁读的', description: '照同意书上写的显示。' }),
})

/** A film of the portal's own: what is shown and said, second by second. */
export const storyboard = z.strictObject({
  title: line.max(30, '片名最多 30 个字。').meta({
    title: '片名',
    description: '可以换行的地方写一个斜杠 /，不会印出来。',
  }),
  subject: line.max(6, '左上角最多 6 个字。').meta({
    title: '讲的是谁',
    description: '人名或地名，印在每个画面的左上角。',
  }),
  field: line.max(8).meta({ title: '行当', description: '印在封面上，例如“快递”。' }),
  palette: z.enum(['dark', 'paper']).meta({
    title: '底色',
    description: 'dark 暗场（人物），paper 纸面（数字和做法）；一部片一种。',
  }),
  cover: z.number().int().positive().meta({
    title: '封面是第几个镜头',
    description: '从 1 数起；取它停住的那一格。没有两部片一样。',
  }),
  example: z.boolean().default(false).meta({ title: '示例', description: '画面上印“示例”。' }),
  upright: z.boolean().default(true).meta({
    title: '也做竖版',
    description: '720×1280，字幕印在画面里；做了就在条目里写 upright。',
  }),
  sources: z
    .record(slug, line.max(9, '来源的简称最多 9 个字。'))
    .default({})
    .meta({ title: '来源的简称', description: '来源编号: 画面上印的简称。' }),
  audio: narration.optional().meta({ title: '旁白' }),
  chapters: z
    .array(
      z.strictObject({
        title: line.max(10, '章名最多 10 个字。').meta({ title: '章名' }),
        shots: z.array(shotSchema).min(1, '一章至少一个镜头。').meta({ title: '镜头' }),
      }),
    )
    .min(1)
    .meta({ title: '章' }),
})
export type Storyboard = z.infer<typeof storyboard>

/** A text with its break marks taken out, as it is printed. */
export function printed(text: string): string {
  return text.replaceAll('/', '')
}

/** Facts that a field of a shot names for its figure, in the order they are drawn. */
export function figuresOf(shot: Shot): string[] {
  return figureFields(shot).filter((id) => id !== undefined)
}

function figureFields(shot: Shot): (string | undefined)[] {
  switch (shot.show) {
    case 'count':
      return [shot.figure]
    case 'part-of':
      return [shot.whole, shot.part]
    case 'route':
      return [shot.lines, shot.distance]
    case 'profile':
      return [shot.peaks]
    case 'compare':
      return [shot.left.figure, shot.right.figure]
    case 'place':
      return [shot.units]
    case 'honour':
      return [shot.peers]
    default:
      return []
  }
}

/** Every fact a shot rests on, each once: those its fields name, then the others. */
export function factsIn(shot: Shot): string[] {
  const events = shot.show === 'timeline' ? shot.events.map(({ fact }) => fact) : []
  const drawn = figuresOf(shot).concat(events)
  return [
    ...new Set(shot.show === 'honour' ? [...shot.facts, ...drawn] : [...drawn, ...shot.facts]),
  ]
}

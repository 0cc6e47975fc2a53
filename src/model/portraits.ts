import { z } from 'zod'
import { factId, line } from './fields.ts'

/** How one fact of a person is drawn, and how many numbers the drawing takes. */
const kinds = {
  dots: [1, 2],
  ring: [2, 2],
  route: [1, 1],
  peaks: [1, 1],
  rows: [1, 1],
  depth: [2, 2],
  bars: [2, 6],
  timeline: [0, 0],
} as const
type PortraitKind = keyof typeof kinds

/** A fact drawn in place of a photograph: a count, a distance, a depth, or the years of the life beside. */
export const portrait = z
  .strictObject({
    kind: z.enum(Object.keys(kinds) as [PortraitKind, ...PortraitKind[]]).meta({
      title: '画法',
      description:
        'dots 点、ring 环、route 线、peaks 峰、rows 垄、depth 深、bars 条、timeline 年表（用经历里的年份）。',
    }),
    values: z.array(z.number().positive()).max(6).meta({
      title: '画的数',
      description:
        'timeline 写 []；dots 写一个数，或“其中几个、共几个”；ring 写“其中、共”；depth 写浅的和深的。',
    }),
    each: z.number().positive().default(1).meta({
      title: '一笔代表多少',
      description: '例如一条线代表 10000 公里；不写就是 1。',
    }),
    caption: line.max(60, '图下的话不要超过 60 个字。').meta({ title: '图下的话' }),
    cites: z.array(factId).min(1, '至少写一个事实编号。').meta({ title: '出处' }),
  })
  .superRefine(({ kind, values }, context) => {
    const [least, most] = kinds[kind]
    if (values.length >= least && values.length <= most) return
    const wanted = least === most ? `${least}` : `${least} 到 ${most}`
    context.addIssue({
      code: 'custom',
      path: ['values'],
      message: `画法 ${kind} 要写 ${wanted} 个数，这里写了 ${values.length} 个。`,
    })
  })
export type Portrait = z.infer<typeof portrait>

/** The facts a portrait rests on; none without one. */
export function drawn(own: Portrait | undefined): readonly string[] {
  return own?.cites ?? []
}

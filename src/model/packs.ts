import { z } from 'zod'
import { agendaKinds } from './agenda.ts'
import { defineCollection } from './collection.ts'
import { entry } from './entry.ts'
import { entryPath, factId, line } from './fields.ts'
import { gap } from './placeholder.ts'

/** Minutes of a branch meeting that a pack may fill. */
export const packMinutes = { least: 45, most: 60 } as const

const row = z.strictObject({
  kind: z.enum(agendaKinds).meta({ title: '类别' }),
  title: line.max(24, '不要超过 24 个字。').meta({ title: '做什么' }),
  minutes: z.number().int().min(1, '至少 1 分钟。').max(60, '最多 60 分钟。').meta({
    title: '分钟',
    description: '包括里面各篇读完、放完、做完的时间。',
  }),
  entries: z
    .array(entryPath)
    .default([])
    .meta({ title: '条目', description: '这一项用到的案例、视频、课时等，写站内地址。' }),
  note: line
    .max(60, '一行说完，不要超过 60 个字。')
    .optional()
    .meta({ title: '说明', description: '给主持人的一句话。' }),
  cites: z
    .array(factId)
    .default([])
    .meta({ title: '依据', description: '事实编号；重温誓词和表决必须写。' }),
})
export type AgendaRow = z.infer<typeof row>

const question = z.strictObject({
  question: line.max(120, '一道讨论题不要超过 120 个字。').meta({ title: '题目' }),
  entry: entryPath.optional().meta({ title: '出自哪一篇', description: '写站内地址。' }),
  cites: z.array(factId).default([]).meta({ title: '出处', description: '事实编号。' }),
})

/** A meeting made ready: what a branch does in an hour, minute by minute, and with what. */
export const packs = defineCollection({
  name: 'packs',
  label: '学习包',
  starter: {
    fields: ['topics', 'month'],
    body: gap('为什么这个月学这些，主持人怎样带。'),
  },
  // Its questions say what they rest on, which the discussion questions of other entries do not.
  schema: entry.omit({ discussion: true }).extend({
    month: z
      .number()
      .int()
      .min(1, '写 1 到 12。')
      .max(12, '写 1 到 12。')
      .optional()
      .meta({ title: '月份', description: '1 到 12；每个月只有一包。' }),
    occasion: z
      .strictObject({
        name: line.max(12, '不要超过 12 个字。').meta({ title: '名称' }),
        cites: z.array(factId).min(1, '至少写一个事实。').meta({
          title: '依据',
          description: '写明这个日子的事实；没有事实写到它，就只写月份。',
        }),
      })
      .optional()
      .meta({ title: '日子', description: '“七一”、国家网络安全宣传周等。' }),
    minutes: z
      .number()
      .int()
      .min(1, '至少 1 分钟。')
      .max(180, '最多 180 分钟。')
      .meta({
        title: '总分钟',
        description: `${packMinutes.least} 到 ${packMinutes.most}，等于各项相加。`,
      }),
    audience: line.optional().meta({ title: '适合谁', description: '例如：支部党员大会。' }),
    aim: line
      .max(60, '目标一句话说完，不要超过 60 个字。')
      .meta({ title: '目标', description: '开完会，到会的人能做到什么。以动词开头。' }),
    agenda: z.array(row).min(1, '至少要有一项。').max(12, '最多十二项。').meta({ title: '议程' }),
    questions: z
      .array(question)
      .length(3, '正好写三道讨论题。')
      .meta({ title: '三个问题', description: '每道写明出自哪一篇或哪个事实。' }),
    figures: z
      .array(
        z.strictObject({
          cite: factId.meta({ title: '事实', description: '数字、限定和单位取自这个事实。' }),
          label: line.max(24, '不要超过 24 个字。').meta({ title: '是什么' }),
        }),
      )
      .max(6, '最多记六个数。')
      .default([])
      .meta({ title: '记准的数' }),
    materials: z
      .array(entryPath)
      .default([])
      .meta({ title: '另备的材料', description: '议程里没有用到、会前会后可以读的，写站内地址。' }),
  }),
})
type PackData = z.infer<typeof packs.schema>

/** Every fact a pack rests on, and the field that names it. */
export function* factsOfPack(
  data: Pick<PackData, 'occasion' | 'agenda' | 'questions' | 'figures'>,
): Generator<{ fact: string; path: (string | number)[] }> {
  for (const [place, fact] of (data.occasion?.cites ?? []).entries())
    yield { fact, path: ['occasion', 'cites', place] }
  for (const [index, { cites }] of data.agenda.entries())
    for (const [place, fact] of cites.entries())
      yield { fact, path: ['agenda', index, 'cites', place] }
  for (const [index, { cites }] of data.questions.entries())
    for (const [place, fact] of cites.entries())
      yield { fact, path: ['questions', index, 'cites', place] }
  for (const [index, { cite }] of data.figures.entries())
    yield { fact: cite, path: ['figures', index, 'cite'] }
}

import { z } from 'zod'
import { defineCollection } from './collection.ts'
import { entry, sourced } from './entry.ts'
import { factId, line, slug } from './fields.ts'
import { gap } from './placeholder.ts'

/** One thing a case did: a word of the portal's vocabulary, how it was done here, and where that is said. */
const measure = z.strictObject({
  name: line.meta({ title: '举措', description: '取自 site.yaml 的举措表。' }),
  text: line
    .max(60, '一行说完，不要超过 60 个字。')
    .meta({ title: '怎么做', description: '一句话，不写标注，末尾有句号。' }),
  cites: z
    .array(factId)
    .min(1, '至少写一个事实编号。')
    .max(3, '最多三个事实编号。')
    .meta({ title: '出处', description: '正文引用过的事实编号，最要紧的写在前面。' }),
})
export type Measure = z.infer<typeof measure>

/** What an organisation did: background, measures, results. */
export const cases = defineCollection({
  name: 'cases',
  label: '案例',
  starter: {
    fields: ['topics', 'organizations', 'regions'],
    body: [
      gap('开头一段，说清谁做了什么。'),
      `## 工作背景\n\n${gap('为什么做。来源没有说到的，写“报道没有给出”。')}`,
      `## 工作举措\n\n${gap('做了什么。数字后面标事实编号，写法见手册“写作”。')}`,
      `## 工作成效\n\n${gap('有什么变化。来源没有说到的，写“报道没有给出”。')}`,
    ].join('\n\n'),
  },
  schema: entry.extend({
    ...sourced,
    unit: slug.meta({ title: '主体', description: '申报单位或主体，写组织的文件名。' }),
    series: line.optional().meta({ title: '系列', description: '取自 site.yaml 的系列表。' }),
    year: z.number().int().min(1990).max(2100).optional().meta({ title: '年份' }),
    keys: z
      .array(line.max(60, '一点不要超过 60 个字。'))
      .max(3, '先记三点，最多三条。')
      .default([])
      .meta({ title: '先记三点' }),
    measures: z
      .array(measure)
      .max(12, '最多十二项。')
      .default([])
      .meta({ title: '举措', description: '做了哪几样事，一样一行；同一个词只写一次。' }),
    brief: z.boolean().default(false).meta({
      title: '简讯',
      description: '来源短、只够写清一件事的写 true，在案例列表里单列。',
    }),
    highlight: z
      .strictObject({
        text: line.max(6, '不要超过 6 个字符。').meta({ title: '数字或关键词' }),
        unit: line.max(6, '不要超过 6 个字符。').optional().meta({ title: '单位' }),
        label: line.max(16, '不要超过 16 个字。').meta({ title: '说明' }),
        cite: factId.meta({ title: '出处' }),
      })
      .optional()
      .meta({ title: '列表上的大数字', description: '没有数字时写一个关键词。' }),
  }),
})

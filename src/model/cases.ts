import { z } from 'zod'
import { defineCollection } from './collection.ts'
import { entry, sourced } from './entry.ts'
import { factId, line, slug } from './fields.ts'
import { gap } from './placeholder.ts'

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

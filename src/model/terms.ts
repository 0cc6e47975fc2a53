import { z } from 'zod'
import { defineCollection } from './collection.ts'
import { entry, sourced } from './entry.ts'
import { entryPath, factId, line } from './fields.ts'
import { gap } from './placeholder.ts'

/** A word of the Party's work or of the law, said plainly; texts explain it where they first use it. */
export const terms = defineCollection({
  name: 'terms',
  label: '术语',
  starter: {
    fields: ['aliases', 'near'],
    body: gap('做的时候要注意什么，一条一句，每句后面标事实编号；没有就把这一行删掉。'),
  },
  schema: entry.extend({
    ...sourced,
    title: line.max(16, '术语不要超过 16 个字。').meta({ title: '术语' }),
    summary: line
      .min(12, '解释太短：写 12 到 120 个字。')
      .max(120, '解释太长：写 12 到 120 个字。')
      .meta({
        title: '解释',
        description: '一两句话说清是什么，照来源写；读者在正文里点开的就是它。',
      }),
    cites: z
      .array(factId)
      .min(1, '至少写一个事实编号。')
      .meta({ title: '出处', description: '解释依据的事实编号，第一个的来源印在解释下面。' }),
    aliases: z
      .array(line.max(16, '不要超过 16 个字。'))
      .default([])
      .meta({ title: '别的写法', description: '正文里这样写也算，例如简称。' }),
    near: z
      .array(entryPath)
      .max(4, '最多四个。')
      .default([])
      .meta({ title: '容易混的词', description: '别的术语的地址，例如 /terms/three-meetings。' }),
  }),
})

import { z } from 'zod'
import { defineCollection } from './collection.ts'
import { entry } from './entry.ts'
import { entryPath, line } from './fields.ts'
import { gap } from './placeholder.ts'

export const topics = defineCollection({
  name: 'topics',
  label: '专题',
  starter: { fields: ['topics'], body: gap('这个专题为什么值得读，先读什么。') },
  schema: entry.extend({
    intro: line.max(240, '导语不要超过 240 个字。').meta({ title: '导语' }),
    entries: z
      .array(entryPath)
      .default([])
      .meta({ title: '条目顺序', description: '先读什么、再看什么，写站内地址。' }),
  }),
})

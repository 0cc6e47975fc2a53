import { z } from 'zod'
import { defineCollection } from './collection.ts'
import { entry } from './entry.ts'
import { gap } from './placeholder.ts'

export const pages = defineCollection({
  name: 'pages',
  label: '单页',
  schema: entry.extend({
    word: z.boolean().default(false).meta({
      title: 'Word文件',
      description: '写 true 的，构建时把正文另存一份 Word 文件，页面上可以下载。',
    }),
  }),
  starter: { body: gap('正文。') },
})

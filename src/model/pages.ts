import { defineCollection } from './collection.ts'
import { entry } from './entry.ts'
import { gap } from './placeholder.ts'

export const pages = defineCollection({
  name: 'pages',
  label: '单页',
  schema: entry,
  starter: { body: gap('正文。') },
})

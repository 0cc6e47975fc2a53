import { defineCollection } from './collection.ts'
import { entry } from './entry.ts'

export const pages = defineCollection({ name: 'pages', label: '单页', schema: entry })

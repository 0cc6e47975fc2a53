import { z } from 'zod'
import { defineCollection } from './collection.ts'
import { entry } from './entry.ts'
import { line, partialDate, slug } from './fields.ts'
import { gap } from './placeholder.ts'

export const organizations = defineCollection({
  name: 'organizations',
  label: '组织',
  starter: { body: gap('这个组织是谁，公开报道写了它什么。') },
  schema: entry.extend({
    kind: z
      .enum(['行业党委', '网信办', '机关', '协会', '联盟', '企业', '社区', '主办机构'])
      .meta({ title: '类别' }),
    parent: slug.optional().meta({ title: '上级组织' }),
    founded: partialDate.optional().meta({ title: '成立时间' }),
    aliases: z
      .array(line)
      .default([])
      .meta({ title: '别名', description: '简称和常用叫法，搜索用。' }),
  }),
})

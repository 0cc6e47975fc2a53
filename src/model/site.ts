import { z } from 'zod'
import { httpsUrl, line, slug } from './fields.ts'

const named = z.strictObject({
  name: line.meta({ title: '名称' }),
  slug: slug.meta({ title: '网址用名' }),
})
const vocabulary = z.array(z.union([named, line.transform((name) => ({ name, slug: undefined }))]))

/** Topics of a portal that names none of its own. */
const defaultTopics = [
  '组织力',
  '智慧党建',
  '行业自律',
  '网络公益',
  '正能量传播',
  '网络治理',
  '教育培训',
  '抗疫',
  '乡村振兴',
]

/** What an operator sets: `site.yaml`. An empty slot is not drawn. */
export const site = z.strictObject({
  name: line.default('潮头').meta({ title: '名称' }),
  tagline: line.default('互联网行业党建学习门户').meta({ title: '副名' }),
  description: line
    .default('把互联网企业党组织做过的事，整理成读得懂、查得到、能照着做的案例、视频和课程。')
    .meta({ title: '说明' }),
  base: z
    .string()
    .regex(/^\/([\w.-]+\/)*$/, '要以 / 开头、以 / 结尾，例如 / 或 /a/b/。')
    .default('/')
    .meta({ title: '部署路径' }),
  url: httpsUrl.optional().meta({ title: '公开网址' }),
  host: line.optional().meta({ title: '主办单位' }),
  icp: line.optional().meta({ title: 'ICP 备案号' }),
  police: line.optional().meta({ title: '公安备案号' }),
  contact: line.optional().meta({ title: '联系方式' }),
  repository: httpsUrl.optional().meta({ title: '内容仓库', description: '纠错链接指向这里。' }),
  topics: vocabulary
    .default(defaultTopics.map((name) => ({ name, slug: undefined })))
    .meta({ title: '主题表', description: '每项写 name 和 slug，或只写名称。' }),
  series: vocabulary.default([]).meta({ title: '系列表' }),
  words: z.array(line).default([]).meta({ title: '词表', description: '排版时不拆开的词。' }),
})
export type Site = z.infer<typeof site>

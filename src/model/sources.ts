import { z } from 'zod'
import { factId, httpsUrl, line, partialDate, slug, text } from './fields.ts'

export const qualifiers = { exact: '整', over: '余', about: '约', rhetorical: '概数' } as const

/** `12.50` and `007` are numbers that would be printed otherwise than typed. */
function printsAsTyped(text: string): boolean {
  return !Number.isFinite(Number(text)) || String(Number(text)) === text
}

/** One thing a source says. `figure` is a number, or a date or span as text when the unit says so. */
export const fact = z.strictObject({
  id: factId.meta({ title: '编号' }),
  statement: text.meta({ title: '事实' }),
  article: line.optional().meta({ title: '条文或原文位置' }),
  figure: z
    .union([z.number(), line.refine(printsAsTyped)])
    .optional()
    .meta({ title: '数字' }),
  unit: line.optional().meta({ title: '单位' }),
  qualifier: z.enum(['exact', 'over', 'about', 'rhetorical']).optional().meta({
    title: '限定',
    description: 'exact 整、over 余/多/超过、about 约/近、rhetorical 概数（百家不等于 100 家）。',
  }),
  as_of: z
    .union([partialDate, z.literal('undated')])
    .optional()
    .meta({
      title: '数据时点',
      description: '来源没有写明时间的，写 undated。',
    }),
  verified: z.boolean().default(true).meta({ title: '已读到原文' }),
  note: text.optional().meta({ title: '备注' }),
})
export type Fact = z.infer<typeof fact>

/** A public report, law or standard, and the facts read in it. */
export const source = z.strictObject({
  id: slug.meta({ title: '编号' }),
  title: line.meta({ title: '题名' }),
  title_described: z.boolean().default(false).meta({ title: '题名为编者概括' }),
  kind: z.enum(['report', 'law', 'standard']).default('report').meta({ title: '类别' }),
  publisher: line.meta({ title: '发布方' }),
  published: partialDate
    .nullable()
    .meta({ title: '发布日期', description: '来源没有写的，写 null。' }),
  published_note: line.optional().meta({ title: '发布日期说明' }),
  in_force: line.optional().meta({ title: '施行日期' }),
  url: httpsUrl.meta({ title: '网址' }),
  author: line.optional().meta({ title: '作者' }),
  editor: line.optional().meta({ title: '责编' }),
  series: line.optional().meta({ title: '所属系列' }),
  accessed: partialDate.meta({ title: '阅读日期' }),
  quality: z
    .enum(['full', 'partial'])
    .meta({ title: '读到多少', description: 'full 全文、partial 只读到一部分。' }),
  facts: z.array(fact).meta({ title: '事实' }),
})
export type Source = z.infer<typeof source>

import { z } from 'zod'
import { day, factId, httpsUrl, line, partialDate, slug, text } from './fields.ts'
import { quoted } from './quotation.ts'

export const qualifiers = { exact: '整', over: '余', about: '约', rhetorical: '概数' } as const

/** `12.50` and `007` are numbers that would be printed otherwise than typed. */
function printsAsTyped(text: string): boolean {
  return !Number.isFinite(Number(text)) || String(Number(text)) === text
}

/** How much of what a fact rests on somebody read. */
export const readings = { full: '读到全文', part: '读到一部分', excerpt: '只读到摘录' } as const

/** A second reading: the statement and the words held against the source by another person. */
const rereading = z.strictObject({
  date: day.meta({ title: '复读日期' }),
  role: line
    .max(20, '写身份，不要超过 20 个字。')
    .meta({ title: '复读人的身份', description: '写身份，不写姓名，例如“第二编辑”。' }),
  differs: line
    .optional()
    .meta({ title: '对不上的地方', description: '改好以后删去；没有删去的事实不能引用。' }),
})

/** One thing a source says. `figure` is a number, or a date or span as text when the unit says so. */
export const fact = z.strictObject({
  id: factId.meta({ title: '编号' }),
  statement: text.meta({ title: '事实' }),
  words: z
    .array(
      line
        .max(25, '一个原文用词不要超过 25 个字：只抄名称、数字和关键的词，不抄整句。')
        .regex(/^[^。！？]+$/u, '只抄名称、数字和关键的词，不抄整句。'),
    )
    .max(12, '原文用词最多 12 个。')
    .default([])
    .meta({
      title: '原文用词',
      description:
        '来源里决定意思的词，照印的写：名称、带限定的数字、日期、程度词。每个不超过 25 个字，不抄整句。',
    }),
  place: line.optional().meta({ title: '原文位置', description: '在第几段、哪个小标题下。' }),
  article: line.optional().meta({ title: '条文', description: '法律法规和标准的条号。' }),
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
      description: '来源没有写明时间的，写 undated，页面印“截至刊发时”。',
    }),
  read: z.enum(['full', 'part', 'excerpt']).optional().meta({
    title: '读到多少',
    description: 'full 全文、part 一部分、excerpt 摘录；不写就随来源。',
  }),
  reread: rereading.optional().meta({ title: '复读', description: '另一个人对照原文读过。' }),
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
  url: httpsUrl.nullable().meta({
    title: '网址',
    description: '只在镜像、聚合等不宜引用的网页上读到的，写 null，页面按名称引用。',
  }),
  url_note: line.optional().meta({
    title: '没有网址的说明',
    description: '从哪里读到、为什么不给网址，读者看得到。',
  }),
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

/** How much was read of what a fact rests on: as the fact has it, or as its source was read. */
export function readingOf(fact: Fact, source: Pick<Source, 'quality'>): keyof typeof readings {
  return fact.read ?? (source.quality === 'full' ? 'full' : 'part')
}

/** Where in its source a fact stands: its article, its paragraph. */
export function placeOf({ article, place }: Fact): string | undefined {
  return [article, place].filter((part) => part !== undefined).join('，') || undefined
}

/** Words of a source as readers see them: each in quotation marks, those inside it turned to single ones. */
export function wordsShown(words: readonly string[]): string {
  return words.map(quoted).join('')
}

import { z } from 'zod'
import { defineCollection } from './collection.ts'
import { entry, sourced } from './entry.ts'
import { entryPath, factId, line, partialDate } from './fields.ts'
import { gap } from './placeholder.ts'
import { drawn, portrait } from './portraits.ts'

/** Where people work, and the name of the list that narrows to it. */
export const domains = {
  快递与配送: 'delivery',
  互联网: 'internet',
  科研与工程: 'science',
  教育: 'education',
  乡村: 'countryside',
  社区: 'community',
} as const
type Domain = keyof typeof domains

/** What stands where the source read does not say who gave an honour, or when. */
export const unread = '未读到'

export const consents = { 'public-record': '公开表彰', given: '本人同意' } as const

/** Facts that a statement of the front matter rests on. */
const cites = z
  .array(factId)
  .min(1, '至少写一个事实编号。')
  .meta({ title: '出处', description: '来源里的事实编号。' })

const role = z.strictObject({
  text: line.max(40, '身份不要超过 40 个字。').meta({
    title: '身份',
    description: '单位和职务，照来源写；去世的以“生前”开头。',
  }),
  as_of: partialDate.meta({ title: '哪时的身份', description: '来源写到的时间，页面会印出来。' }),
  cites,
})

const membership = z.strictObject({
  since: partialDate.optional().meta({
    title: '入党时间',
    description: '来源写明的；没有读到的不写，页面只写“中共党员”。',
  }),
  cites,
})

const honour = z.strictObject({
  name: line.max(30, '荣誉名称照来源写，不要超过 30 个字。').meta({ title: '荣誉' }),
  body: line.meta({ title: '谁授予', description: `来源没有写的，写“${unread}”。` }),
  date: z.union([partialDate, z.literal(unread)]).meta({
    title: '何时授予',
    description: `来源没有写的，写“${unread}”。`,
  }),
  note: line.max(60, '说明不要超过 60 个字。').optional().meta({ title: '说明' }),
  cites,
})

const step = z.strictObject({
  when: partialDate.meta({ title: '时间' }),
  what: line.max(60, '一步不要超过 60 个字。').meta({ title: '经历' }),
  cites,
})

/** A Party member who was honoured in public, or who agreed to be shown. Never their private life. */
export const people = defineCollection({
  name: 'people',
  label: '榜样',
  starter: {
    fields: ['topics', 'regions', 'life'],
    body: [
      gap('开头一段：是谁、在哪里、哪时做了什么。不写评语。'),
      `## 做过的事\n\n### ${gap('第一件事，用几个字说完')}\n\n${gap('何时、何地、怎么做、结果如何。每句后面标事实编号。')}`,
    ].join('\n\n'),
  },
  schema: entry.extend({
    ...sourced,
    title: line.max(20, '只写姓名，不要超过 20 个字。').meta({
      title: '姓名',
      description: '只写姓名，不加称号和评语。',
    }),
    domain: z
      .enum(Object.keys(domains) as [Domain, ...Domain[]])
      .meta({ title: '领域', description: '列表按它分组。' }),
    consent: z.enum(['public-record', 'given']).meta({
      title: '凭什么写',
      description: 'public-record 公开表彰过、given 本人签了同意书。',
    }),
    consent_record: line.optional().meta({
      title: '同意书编号',
      description: '本人同意的必须写，例如 2026-013。',
    }),
    hold: line.optional().meta({
      title: '暂缓',
      description: '有疑点、等消息的，写明原因；标了就不能发布。',
    }),
    role: role.meta({ title: '身份' }),
    membership: membership.meta({ title: '党员身份', description: '来源写明是党员，才能写。' }),
    honours: z
      .array(honour)
      .min(1, '至少写一项公开的荣誉。')
      .meta({ title: '荣誉', description: '名称、谁授予、何时，一项一条。' }),
    retired: z.strictObject({ cites }).optional().meta({ title: '已退休' }),
    deceased: z
      .strictObject({ date: partialDate.meta({ title: '去世时间' }), cites })
      .optional()
      .meta({ title: '已故' }),
    life: z.array(step).max(8, '经历最多八步。').default([]).meta({ title: '经历' }),
    portrait: portrait.optional().meta({
      title: '画成图的一件事',
      description: '没有照片，用一个数画成图；不写就只画名字。',
    }),
    film: entryPath.optional().meta({ title: '短片', description: '本站视频的地址。' }),
    discussion: z
      .array(line.max(120, '一道讨论题不要超过 120 个字。'))
      .max(3, '最多三道讨论题。')
      .default([])
      .meta({ title: '讨论题', description: '问我们的工作，不问对人的评价。' }),
  }),
})
type Person = z.infer<typeof people.schema>

/** Every fact that a person's front matter rests on, with the field that cites it, in reading order. */
export function factsStated(person: Person): { fact: string; path: (string | number)[] }[] {
  const from = (path: (string | number)[], ids: readonly string[] = []) =>
    ids.map((fact, place) => ({ fact, path: [...path, 'cites', place] }))
  return [
    ...from(['role'], person.role.cites),
    ...from(['membership'], person.membership.cites),
    ...from(['portrait'], drawn(person.portrait)),
    ...person.honours.flatMap(({ cites: ids }, index) => from(['honours', index], ids)),
    ...person.life.flatMap(({ cites: ids }, index) => from(['life', index], ids)),
    ...from(['retired'], person.retired?.cites),
    ...from(['deceased'], person.deceased?.cites),
  ]
}

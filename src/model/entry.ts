import { z } from 'zod'
import { day, entryPath, line, mediaPath, slug } from './fields.ts'

export const statuses = { draft: '草稿', published: '已发布', withdrawn: '已撤下' } as const
export const provenances = {
  compiled: '据公开报道整理',
  original: '原创',
  sample: '示例',
} as const

const correction = z.strictObject({
  date: day.meta({ title: '更正日期' }),
  was: line.meta({ title: '原来写的' }),
  now: line.meta({ title: '现在写的' }),
  why: line.meta({ title: '为什么改' }),
})

/** Front matter that every entry has. */
export const entry = z.strictObject({
  title: line
    .max(80, '标题不要超过 80 个字；列表、面包屑等窄的地方用 short。')
    .meta({ title: '标题', description: '一个标题只说一件事。' }),
  short: line
    .max(16, '短标题不要超过 16 个字。')
    .optional()
    .meta({ title: '短标题', description: '用在面包屑和封面上，不写就用标题。' }),
  summary: line
    .min(40, '摘要太短：写 40 到 160 个字，说清谁做了什么。')
    .max(160, '摘要太长：写 40 到 160 个字。')
    .meta({ title: '摘要', description: '40 到 160 个字，出现在列表和搜索结果里。' }),
  date: day.meta({ title: '发布日期' }),
  updated: day.optional().meta({ title: '更新日期' }),
  status: z
    .enum(keysOf(statuses))
    .meta({ title: '状态', description: 'draft 草稿、published 已发布、withdrawn 已撤下。' }),
  topics: z
    .array(line)
    .default([])
    .meta({ title: '主题', description: '取自 site.yaml 的主题表。' }),
  organizations: z.array(slug).default([]).meta({ title: '组织', description: '组织的文件名。' }),
  regions: z
    .array(line)
    .default([])
    .meta({ title: '地区', description: '写成“省/市/区”，全国性的写“全国”。' }),
  sources: z.array(slug).default([]).meta({ title: '来源', description: 'seeds/ 里的来源编号。' }),
  provenance: z
    .enum(keysOf(provenances))
    .meta({ title: '性质', description: 'compiled 据公开报道整理、original 原创、sample 示例。' }),
  cover: z
    .strictObject({
      image: mediaPath('.jpg', '.jpeg', '.png', '.webp', '.avif').meta({ title: '图片' }),
      alt: line.meta({ title: '替代文字' }),
    })
    .optional()
    .meta({ title: '封面' }),
  audio: z
    .strictObject({
      file: mediaPath('.m4a').meta({ title: '录音文件' }),
      duration: z.number().positive().meta({ title: '时长（秒）' }),
      reader: line.max(20, '不要超过 20 个字。').meta({ title: '谁朗读' }),
      consent: line.meta({ title: '同意书编号' }),
      captions: mediaPath('.vtt').optional().meta({
        title: '逐句的时间',
        description: '写明哪一句从第几秒读到第几秒的WebVTT；有了它，读到哪一句，页面就标到哪一句。',
      }),
    })
    .optional()
    .meta({ title: '朗读录音', description: '真人读的全文；写了就代替合成语音。' }),
  discussion: z
    .array(line.max(120, '一道讨论题不要超过 120 个字。'))
    .max(5, '最多五道讨论题。')
    .default([])
    .meta({ title: '讨论题', description: '支部学习包用；不写就按条目的种类问一道。' }),
  related: z.array(entryPath).default([]).meta({ title: '相关条目' }),
  corrections: z.array(correction).default([]).meta({ title: '更正记录' }),
  unstated: line.max(120, '一行说完，不要超过 120 个字。').optional().meta({
    title: '来源没有写',
    description: '来源没有写、读者会想知道的，一行说完，例如“参加人数、浏览量”；正文里不再说。',
  }),
  review_by: day.optional().meta({ title: '复核日期', description: '到这一天还没复核就提醒。' }),
  ai: line
    .optional()
    .meta({ title: 'AI 生成内容标识', description: '写明哪些部分由什么工具生成。' }),
  silence: z
    .array(
      z.strictObject({ rule: line.meta({ title: '规则' }), reason: line.meta({ title: '理由' }) }),
    )
    .default([])
    .meta({ title: '静默的规则', description: '这一条目不适用的规则，要写理由。' }),
})

/** Cases and videos rest on public reports, so they name at least one. */
export const sourced = {
  sources: z
    .array(slug)
    .min(1, '至少要写一个来源。')
    .meta({ title: '来源', description: 'seeds/ 里的来源编号，至少一个。' }),
}

function keysOf<T extends Record<string, string>>(
  labels: T,
): [keyof T & string, ...(keyof T & string)[]] {
  // Object.keys loses the literal types; every table above has at least one key.
  return Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]
}

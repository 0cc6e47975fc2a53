import { z } from 'zod'
import { day, factId, line } from '../fields.ts'
import { figure, label, more, motif, per, shared, words } from './fields.ts'
import { provinces } from './provinces.ts'

const kind = <Name extends string>(name: Name, title: string) => z.literal(name).meta({ title })

/** The film's name: the crest runs along it, and each word it reaches lights up. */
const title = z.strictObject({
  show: kind('title', '片名'),
  ...shared,
  sub: line.max(14).default('据公开报道编写').meta({ title: '片名下面的小字' }),
})

/** Dots that gather to a figure; or a figure beside a thing; or what stayed at none. */
const count = z.strictObject({
  show: kind('count', '计数'),
  ...shared,
  figure: figure('数字').optional(),
  label,
  more,
  per,
  shape: z.enum(['grid', 'house', 'columns']).default('grid').meta({
    title: '聚成的形状',
    description: 'grid 方阵、columns 一列一列落下、house 屋；点数都等于数字。',
  }),
  among: z.number().int().min(2).max(31).optional().meta({
    title: '一共几格',
    description:
      '数字落在几格里面，其余空着，例如一周里的几天写 7；格子不写名字，因为没有说是哪几格。',
  }),
  find: motif.optional().meta({ title: '从里面找出的一件', description: '其余的点都画成空格。' }),
  quiet: motif.optional().meta({
    title: '不画点，画一件物件',
    description: '孩子、病人、逝者不画成点：写这一项，只有数字和一件安静的物件。',
  }),
  none: z
    .array(line.max(5, '一项最多 5 个字。'))
    .min(1)
    .max(3)
    .optional()
    .meta({ title: '一件也没有的', description: '来源说没有的几样：格子一直空着。代替数字。' }),
})

/** A subset lit among all; never a percentage. */
const partOf = z.strictObject({
  show: kind('part-of', '其中'),
  ...shared,
  whole: figure('全部'),
  part: figure('其中的一部分'),
  whole_label: line.max(8).meta({ title: '全部的说明' }),
  part_label: line.max(8).meta({ title: '这部分的说明' }),
  more,
  per,
})

const province = z.enum(provinces).meta({ title: '省份', description: '写简称，一个字。' })
/** A way: from a province to others on the tile map, or a distance drawn in equal lengths. */
const route = z.strictObject({
  show: kind('route', '路线'),
  ...shared,
  from: province.optional(),
  from_name: line.max(5).optional().meta({ title: '起点的名字' }),
  to: province.optional(),
  to_name: line.max(5).optional().meta({ title: '终点的名字' }),
  stops: z.array(province).max(6).default([]).meta({ title: '经过的省份' }),
  lines: figure('几条线').optional(),
  distance: figure('里程').optional(),
  label,
  more,
  per,
})

/** A way in height: so many summits, all equally high. */
const profile = z.strictObject({
  show: kind('profile', '路线（高低）'),
  ...shared,
  from: line.max(5).meta({ title: '起点' }),
  to: line.max(5).meta({ title: '终点' }),
  peaks: figure('几座'),
  line: line.max(10).optional().meta({ title: '虚线的说明' }),
})

const event = z.strictObject({
  year: z.number().int().min(1900).max(2100).meta({ title: '年份' }),
  words: line.max(8, '一件事最多 8 个字。').meta({ title: '写什么' }),
  fact: factId.meta({ title: '事实' }),
})
/** Years, one tick each; what happened stands at its own. */
const timeline = z.strictObject({
  show: kind('timeline', '时间线'),
  ...shared,
  events: z.array(event).min(2).max(5).meta({ title: '几件事', description: '先后照年份。' }),
})

const branch = z.strictObject({
  words: line.max(9, '一支最多 9 个字。').meta({ title: '写什么' }),
  note: line.max(6).optional().meta({ title: '右边的小字' }),
})
const limb = z.strictObject({
  label: line.max(6).optional().meta({ title: '线上的字' }),
  to: z.array(line.max(14)).min(1).max(3).meta({ title: '通到哪里' }),
})
/** A committee with what stands beside and under it; or branches that leave one thing. */
const tree = z.strictObject({
  show: kind('tree', '组织'),
  ...shared,
  root: line.max(12).optional().meta({ title: '根', description: '组织的名称，或写 motif。' }),
  motif: motif.optional(),
  layers: line.max(12).optional().meta({
    title: '叠在后面的一层',
    description: '来源没有给数的，叠成一摞，不排成一行。',
  }),
  across: limb.optional().meta({ title: '横向' }),
  down: limb.optional().meta({ title: '纵向' }),
  branches: z.array(branch).min(2).max(4).optional().meta({ title: '几支' }),
})

const step = z.strictObject({
  motif,
  words: line.max(6, '一步最多 6 个字。').meta({ title: '写什么' }),
})
/** One does, then the next; only one is lit. */
const steps = z.strictObject({
  show: kind('steps', '做法'),
  ...shared,
  steps: z.array(step).min(2).max(4).meta({ title: '几步' }),
})

const side = z.strictObject({
  figure: figure('数字'),
  label: line.max(8).meta({ title: '下面的字' }),
})
/** Two figures of one unit on one scale, as bars that grow down or up. */
const compare = z.strictObject({
  show: kind('compare', '对比'),
  ...shared,
  left: side.meta({ title: '左边' }),
  right: side.meta({ title: '右边' }),
  direction: z.enum(['up', 'down']).default('up').meta({
    title: '方向',
    description: 'up 往上长，down 往下走（深度）。',
  }),
  motif: motif.optional(),
})

/** A day the source names, found in its real month. */
const calendar = z.strictObject({
  show: kind('calendar', '日历'),
  ...shared,
  date: day.meta({ title: '哪一天' }),
  words: line.max(8, '日历上最多 8 个字。').meta({ title: '那天的事' }),
})

/** A thing of the work, drawn stroke by stroke; the last stroke is the dot. */
const object = z.strictObject({
  show: kind('object', '物件'),
  ...shared,
  motif,
  words: words('画面上的词', 22),
  weather: z.enum(['rain', 'snow']).optional().meta({
    title: '天气',
    description: '来源写到的，rain 雨、snow 雪。',
  }),
})

/** Printed words only, with who said them. */
const quotation = z.strictObject({
  show: kind('quotation', '原话'),
  ...shared,
  lines: z.array(line.max(12, '一行最多 12 个字。')).min(1).max(3).meta({
    title: '原话',
    description: '照来源印的，按说话的停顿分行。',
  }),
  speaker: line.max(10).meta({ title: '谁说的' }),
  place: line.max(12).optional().meta({ title: '在哪里说的' }),
  retold: z.boolean().default(false).meta({ title: '转述' }),
})

/** Boxes from the outside in: no shapes, no directions. */
const place = z.strictObject({
  show: kind('place', '地点'),
  ...shared,
  levels: z.array(line.max(8)).min(1).max(3).meta({ title: '一层一层', description: '由外到里。' }),
  last: line.max(8).meta({ title: '最里一层' }),
  units: figure('里面几处').optional(),
  units_label: line.max(6).optional().meta({ title: '那几处叫什么' }),
})

/** An honour with its day and who gave it. */
const honour = z.strictObject({
  show: kind('honour', '荣誉'),
  ...shared,
  date: day.meta({ title: '哪一天授予' }),
  name: words('称号', 14),
  by: line.max(16).meta({ title: '谁授予' }),
  peers: figure('同时受表彰的人数').optional(),
})

/** What the film rests on; filled from its facts. */
const sources = z.strictObject({ show: kind('sources', '来源'), ...shared })

/** One question, for a branch to talk about. */
const question = z.strictObject({
  show: kind('question', '想一想'),
  ...shared,
  lines: z.array(line.max(11, '一行最多 11 个字。')).min(1).max(3).meta({ title: '问什么' }),
})

/** One picture and the caption under it. */
export const shotSchema = z.discriminatedUnion('show', [
  title,
  count,
  partOf,
  route,
  profile,
  timeline,
  tree,
  steps,
  compare,
  calendar,
  object,
  quotation,
  place,
  honour,
  sources,
  question,
])
export type Shot = z.infer<typeof shotSchema>
export type ShotKind = Shot['show']
export type ShotOf<Kind extends ShotKind> = Extract<Shot, { show: Kind }>

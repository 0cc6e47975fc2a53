import { z } from 'zod'
import { defineCollection } from './collection.ts'
import { entry, sourced } from './entry.ts'
import { factId, line, slug } from './fields.ts'
import { gap } from './placeholder.ts'

const fact = factId.meta({ title: '事实', description: '数字从这条事实里取，不在这里写。' })
const label = line.max(24, '不要超过 24 个字。').meta({ title: '怎么称呼' })
const amount = z.strictObject({ fact, label })
const kind = <const Kind extends string>(name: Kind) => z.literal(name).meta({ title: '画法' })

const step = z.strictObject({
  fact: factId.meta({ title: '事实', description: '这一步从哪条事实来，时限也从这条事实里取。' }),
  label: label.meta({ title: '做什么' }),
  by: line.max(24, '不要超过 24 个字。').optional().meta({ title: '谁来做' }),
  term: line.max(20, '不要超过 20 个字。').optional().meta({
    title: '时限',
    description: '照抄这条事实里的说法，例如“一个月内”；没有写时限的不写。',
  }),
  stage: line
    .max(8, '不要超过 8 个字。')
    .optional()
    .meta({ title: '阶段', description: '从这一步起进入哪个阶段。' }),
})

const event = z
  .strictObject({
    fact: fact.optional().meta({ title: '事实', description: '日期从这条事实里取。' }),
    source: slug
      .optional()
      .meta({ title: '来源', description: '只有“报道刊发”这样的节点写它，日期是发布日期。' }),
    label: label.meta({ title: '节点' }),
    note: line.max(24, '不要超过 24 个字。').optional().meta({ title: '补充' }),
  })
  .refine((one) => (one.fact === undefined) !== (one.source === undefined), {
    path: ['fact'],
    error: '每个节点要写 fact 或 source 中的一个。',
  })

/** What is drawn, and which facts its numbers come from: a chart holds no number of its own. */
const drawing = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: kind('share'),
    whole: amount.meta({ title: '全部' }),
    parts: z
      .array(amount)
      .min(1, '至少写一部分。')
      .max(2, '最多分出两部分。')
      .meta({ title: '其中' }),
    rest: label.meta({ title: '其余' }),
    mark: z
      .enum(['dot', 'bar'])
      .default('dot')
      .meta({ title: '记号', description: 'dot 一点代表一个，bar 一条代表一个。' }),
  }),
  z.strictObject({
    kind: kind('counts'),
    rows: z
      .array(
        amount.extend({
          of: z.number().int().min(2, '不能小于 2。').optional().meta({
            title: '名额',
            description: '原文写明一共几个（例如“十大案例”的 10）才写，没入选的画成空心。',
          }),
        }),
      )
      .min(1, '至少写一行。')
      .max(5, '最多五行。')
      .meta({ title: '行' }),
    rest: label.optional().meta({ title: '其余名额' }),
  }),
  z.strictObject({
    kind: kind('bars'),
    rows: z
      .array(amount)
      .min(2, '至少写两行。')
      .max(8, '最多八行。')
      .meta({ title: '行', description: '同一单位的几个数。' }),
  }),
  z.strictObject({
    kind: kind('structure'),
    fact,
    root: label.meta({ title: '上级' }),
    parts: z
      .array(
        z.strictObject({
          name: line.max(24, '不要超过 24 个字。').meta({ title: '名称' }),
          note: line.max(12, '不要超过 12 个字。').optional().meta({ title: '类别' }),
        }),
      )
      .min(2, '至少写两个。')
      .max(5, '最多五个。')
      .meta({ title: '下级' }),
  }),
  z.strictObject({
    kind: kind('flow'),
    fact,
    from: line.max(8, '不要超过 8 个字。').meta({ title: '从哪里' }),
    to: line.max(8, '不要超过 8 个字。').meta({ title: '到哪里' }),
  }),
  z.strictObject({
    kind: kind('timeline'),
    events: z
      .array(event)
      .min(2, '至少写两个节点。')
      .max(10, '最多十个节点。')
      .meta({ title: '节点', description: '按时间先后写。' }),
  }),
  z.strictObject({
    kind: kind('steps'),
    steps: z
      .array(step)
      .min(3, '至少写三步。')
      .max(20, '最多二十步。')
      .meta({ title: '步骤', description: '按办事的先后写。' }),
  }),
])
export type Drawing = z.infer<typeof drawing>

/** A picture of facts: one statement, drawn when the portal is built. */
export const charts = defineCollection({
  name: 'charts',
  label: '图表',
  starter: { fields: ['topics'], body: gap('这张图说的是什么，数字从哪里来，哪些没有画进去。') },
  schema: entry.extend({
    ...sourced,
    caption: line
      .max(40, '副题不要超过 40 个字。')
      .meta({ title: '副题', description: '一个记号代表什么，单位是什么。' }),
    drawing: drawing.meta({ title: '画什么' }),
  }),
})

/** Every fact a drawing takes its numbers or dates from, with the field that names it. */
export function* factsDrawn(
  drawn: Drawing,
): Generator<{ fact: string; path: (string | number)[] }> {
  if (drawn.kind === 'share') {
    yield { fact: drawn.whole.fact, path: ['whole', 'fact'] }
    for (const [index, part] of drawn.parts.entries())
      yield { fact: part.fact, path: ['parts', index, 'fact'] }
  }
  if (drawn.kind === 'counts' || drawn.kind === 'bars')
    for (const [index, row] of drawn.rows.entries())
      yield { fact: row.fact, path: ['rows', index, 'fact'] }
  if (drawn.kind === 'structure' || drawn.kind === 'flow')
    yield { fact: drawn.fact, path: ['fact'] }
  if (drawn.kind === 'timeline')
    for (const [index, one] of drawn.events.entries())
      if (one.fact) yield { fact: one.fact, path: ['events', index, 'fact'] }
  if (drawn.kind === 'steps')
    for (const [index, { fact }] of drawn.steps.entries())
      yield { fact, path: ['steps', index, 'fact'] }
}

import { z } from 'zod'
import { factId, line, text } from './fields.ts'

const shot = {
  seconds: z
    .number()
    .min(1.5, '一个镜头至少停 1.5 秒。')
    .max(20, '一个镜头最多停 20 秒，再长就分成两个。')
    .multipleOf(0.04, '写成 0.04 的整倍数（一秒 25 格）。')
    .meta({ title: '停几秒' }),
  say: text.max(60, '一句字幕最多 60 个字。').optional().meta({
    title: '字幕',
    description: '不写就用第一条事实的陈述。',
  }),
  facts: z.array(factId).default([]).meta({ title: '依据的事实' }),
}
const label = line.max(20, '说明最多 20 个字。').optional().meta({ title: '画面上的说明' })

/** One picture and the caption under it. What it draws depends on `show`. */
export const shotSchema = z.discriminatedUnion('show', [
  z.strictObject({ show: z.literal('title').meta({ title: '片名' }), ...shot, label }),
  z.strictObject({
    show: z.literal('figure').meta({ title: '一个数字' }),
    ...shot,
    facts: shot.facts.unwrap().min(1, '数字要写它的事实编号；画面上的数取自第一条。'),
    label,
  }),
  z.strictObject({
    show: z.literal('words').meta({ title: '一个词' }),
    ...shot,
    words: line.max(22, '画面上的词最多 22 个字。').meta({ title: '画面上的词' }),
    label,
  }),
  z.strictObject({
    show: z.literal('items').meta({ title: '几项' }),
    ...shot,
    items: z
      .array(line.max(18, '一项最多 18 个字。'))
      .min(2)
      .max(4)
      .meta({ title: '各项', description: '依次出现。' }),
    label,
  }),
  z.strictObject({
    show: z.literal('terminal').meta({ title: '终端' }),
    ...shot,
    recording: line.meta({ title: '录制的名称' }),
    mark: line.optional().meta({ title: '标出含这些字的行' }),
  }),
  z.strictObject({
    show: z.literal('page').meta({ title: '网页' }),
    ...shot,
    recording: line.meta({ title: '录制的名称' }),
  }),
  z.strictObject({ show: z.literal('sources').meta({ title: '来源' }), ...shot }),
])
export type Shot = z.infer<typeof shotSchema>

/** A film of the portal's own: what is shown and said, second by second. */
export const storyboard = z.strictObject({
  title: line.max(30, '片名最多 30 个字。').meta({ title: '片名' }),
  chapters: z
    .array(
      z.strictObject({
        title: line.max(14, '章名最多 14 个字。').meta({ title: '章名' }),
        shots: z.array(shotSchema).min(1, '一章至少一个镜头。').meta({ title: '镜头' }),
      }),
    )
    .min(1)
    .meta({ title: '章' }),
})
export type Storyboard = z.infer<typeof storyboard>

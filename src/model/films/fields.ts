import { z } from 'zod'
import { factId, line, text } from '../fields.ts'
import { motifNames, motifs } from './motifs.ts'

/** Characters of two lines of a caption. */
const mostCaption = 36

/** What every shot has. */
export const shared = {
  seconds: z
    .number()
    .min(4, '一个镜头至少 4 秒：进场、动作、停住，都要时间。')
    .max(9, '一个镜头最多 9 秒，再长就分成两个。')
    .multipleOf(0.04, '写成 0.04 的整倍数（一秒 25 格）。')
    .meta({ title: '几秒', description: '4 到 9 秒，一般 4.4 到 7.2 秒。' }),
  say: text.max(mostCaption, `一句字幕最多 ${mostCaption} 个字。`).meta({
    title: '字幕',
    description: '说画面上没有的；每秒不超过 9 个字。',
  }),
  facts: z.array(factId).default([]).meta({
    title: '还依据哪些事实',
    description: '别的字段里写过的编号不必再写。',
  }),
  source: line.max(16, '画面上的来源最多 16 个字。').optional().meta({
    title: '画面右上角的来源',
    description: '不写就照这个镜头的事实：一个来源写简称和年月，几个来源写简称或个数。',
  }),
}

/** A fact whose figure is drawn. */
export const figure = (title: string) => factId.meta({ title, description: '带数字的事实编号。' })

/** Words on a picture; a slash is a place where a line may break, and is not printed. */
export const words = (title: string, most: number, least = 1) =>
  line
    .min(least)
    .max(most, `${title}最多 ${most} 个字。`)
    .meta({ title, description: '可以换行的地方写一个斜杠 /，不会印出来。' })

export const motif = z.enum(motifNames).meta({
  title: '物件',
  description: `只画工作里的东西：${motifNames.map((name) => `${name} ${motifs[name]}`).join('、')}。`,
})

/** How many things one mark stands for. */
export const per = z
  .number()
  .positive()
  .default(1)
  .meta({ title: '一点代表几', description: '画出来的点数 = 数字 ÷ 这个数。' })

export const label = line.max(14, '说明最多 14 个字。').optional().meta({ title: '数字下面的说明' })

/** How the source says “more than”: printed before or after the number. */
export const more = z.enum(['余', '多', '超过']).optional().meta({
  title: '“余”的写法',
  description: '限定是 over 的数字，照来源写 余、多 或 超过；不写就从事实的陈述里取。',
})

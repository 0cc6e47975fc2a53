import { z } from 'zod'
import { defineCollection } from './collection.ts'
import { entry } from './entry.ts'
import { entryPath, factId, line, mediaPath, slug, text } from './fields.ts'
import { gap } from './placeholder.ts'

const objectives = z
  .array(line)
  .min(1, '至少写一个学习目标。')
  .meta({ title: '学习目标', description: '以动词开头。' })

const attachments = z
  .array(
    z.strictObject({
      title: line.meta({ title: '名称' }),
      file: mediaPath('.pdf', '.pptx', '.docx').meta({ title: '文件' }),
      alternative: entryPath.optional().meta({
        title: '网页版',
        description: '内容相同的网页，手机和读屏软件能读。',
      }),
    }),
  )
  .max(10, '最多十个附件。')
  .default([])
  .meta({ title: '附件', description: '讲义、幻灯片等，类型、大小和校验值由程序写。' })

export const courses = defineCollection({
  name: 'courses',
  label: '课程',
  starter: { fields: ['topics'], body: gap('这门课讲什么，学完能做什么。') },
  schema: entry.extend({
    level: z.enum(['入门', '进阶']).meta({ title: '程度' }),
    audience: line.meta({ title: '适合谁' }),
    objectives,
    attachments,
    lessons: z
      .array(slug)
      .min(1, '至少要有一课。')
      .meta({ title: '课目', description: '课时文件名，按学习顺序。' }),
  }),
})

const asked = {
  question: text.meta({ title: '题目' }),
  explanation: text.meta({ title: '解析' }),
  cites: z.array(factId).default([]).meta({ title: '出处' }),
}
const options = z
  .array(line)
  .min(2, '至少要有两个选项。')
  .max(8, '最多八个选项。')
  .meta({ title: '选项' })
const choice = line.meta({ title: '答案', description: '写选项的字母（A、B……），或照抄选项。' })

/** A self-test question: one right option, several, or a statement to judge. */
export const question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), ...asked, options, answer: choice }),
  z.strictObject({
    kind: z.literal('multiple'),
    ...asked,
    options,
    answer: z.array(choice).min(1, '至少写一个答案。'),
  }),
  z.strictObject({
    kind: z.literal('judge'),
    ...asked,
    options: z.tuple([line, line]).optional(),
    answer: z
      .union([z.boolean(), z.enum(['对', '错'])])
      .meta({ title: '答案', description: 'true 对，false 错。' }),
  }),
])
export type Question = z.infer<typeof question>

/** Options of a question and which of them are right; `right` may hold -1 for an answer that is none of them. */
export function answerKey(asked: Question): { options: string[]; right: number[] } {
  if (asked.kind === 'judge')
    return {
      options: asked.options ?? ['对', '错'],
      right: [asked.answer === true || asked.answer === '对' ? 0 : 1],
    }
  const answers = asked.kind === 'single' ? [asked.answer] : asked.answer
  return {
    options: asked.options,
    right: answers.map((answer) => optionIndex(asked.options, answer)),
  }
}

function optionIndex(options: string[], answer: string): number {
  const written = options.indexOf(answer)
  if (written >= 0) return written
  if (!/^[A-Ha-h]$/.test(answer)) return -1
  const lettered = answer.toUpperCase().charCodeAt(0) - 65
  return lettered < options.length ? lettered : -1
}

export const lessons = defineCollection({
  name: 'lessons',
  label: '课时',
  starter: {
    fields: ['quiz'],
    body: `${gap('这一课从哪里讲起。')}\n\n## 讲解\n\n${gap('正文，一段讲一件事。')}`,
  },
  schema: entry.extend({
    minutes: z.number().int().min(1).max(120).meta({ title: '分钟' }),
    objectives,
    attachments,
    quiz: z.array(question).default([]).meta({ title: '自测' }),
    shuffle: z.boolean().default(false).meta({
      title: '打乱选项',
      description: '写 true，单选和多选的选项换一个固定的次序；解析里不要提 A、B。',
    }),
  }),
})

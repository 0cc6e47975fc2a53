import type { AnswerSlide, QuestionSlide } from '../deck/slide.ts'
import { colours, field, fonts } from './page.ts'
import { countWords, kicker, put } from './text.ts'
import type { Sheet } from './text.ts'

export function drawQuestion(sheet: Sheet, slide: QuestionSlide): void {
  const { question, options, seconds } = slide
  const time = seconds >= 60 ? `想${Math.round(seconds / 60)}分钟` : `想${seconds}秒`
  kicker(sheet, [countWords(slide), ...(seconds > 0 ? [time] : [])].filter(Boolean).join('\u3000'))
  const box = { ...field, y: field.y + 0.8, h: options.length > 0 ? 2 : 4.6 }
  put(sheet, question, box, {
    fontFace: fonts.serif,
    bold: true,
    fontSize: options.length > 0 ? 44 : 60,
  })
  if (options.length === 0) return
  const lines = options.map((option, index) => `${letterOf(index)}\u3000${option}`).join('\n')
  put(
    sheet,
    lines,
    { ...field, y: field.y + 2.9, h: field.h - 2.9 },
    { fontSize: 36, lineSpacingMultiple: 1.25 },
  )
}

export function drawAnswer(sheet: Sheet, { answers, reason }: AnswerSlide): void {
  kicker(sheet, '答案')
  const lines = answers.map(({ letter, text }) => `${letter}\u3000${text}`).join('\n')
  put(
    sheet,
    lines,
    { ...field, y: field.y + 0.8, h: 2.4 },
    { fontFace: fonts.serif, bold: true, fontSize: 54, color: colours.accentText },
  )
  put(
    sheet,
    reason,
    { ...field, y: field.y + 3.3, h: field.h - 3.3 },
    { fontSize: 36, color: colours.ink2 },
  )
}

function letterOf(index: number): string {
  return String.fromCharCode(65 + index)
}

/** What may be printed and taken along, as it is offered. */
export const sheetNames = {
  agenda: '议程',
  handout: '学习材料',
  discussion: '讨论题',
  quiz: '自测题',
  answers: '答案（另起一页）',
  signin: '签到表',
  sources: '来源',
} as const

type SheetName = keyof typeof sheetNames
export type Sheets = Record<SheetName, boolean>

export const allSheets: Sheets = {
  agenda: true,
  handout: true,
  discussion: true,
  quiz: true,
  answers: true,
  signin: true,
  sources: true,
}

/** The three parts of a case, with the headings that texts really give them; ours comes first. */
export const caseParts = [
  { name: '背景', headings: ['工作背景', '案例背景', '背景'] },
  { name: '举措', headings: ['工作举措', '主要做法', '具体做法', '举措'] },
  { name: '成效', headings: ['工作成效', '取得成效', '实际成效', '成效'] },
] as const

export type CasePart = (typeof caseParts)[number]['name']

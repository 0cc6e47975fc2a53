/** What is filed with the record, by the name under which it is ticked, with what to see to. */
export const papers = [
  { name: '签到表', hint: '本人手签' },
  { name: '竞赛结果和答案', hint: '' },
  { name: '讨论发言底稿', hint: '' },
] as const

/** Photographs an archive asks for; they stay outside the portal. */
export const photos = [
  { name: '照片：会场全景', hint: '看得到会标和到会的人' },
  { name: '照片：发言', hint: '' },
  { name: '照片：签到', hint: '' },
] as const

/** The line of the printed record: papers, then photographs as one. */
export function attachmentMarks(attached: readonly string[]): { text: string; on: boolean }[] {
  const taken = photos.filter(({ name }) => attached.includes(name))
  const which = taken.map(({ name }) => name.replace('照片：', '')).join('、')
  return [
    ...papers.map(({ name }) => ({ text: name, on: attached.includes(name) })),
    { text: which ? `照片（${which}）` : '照片', on: taken.length > 0 },
  ]
}

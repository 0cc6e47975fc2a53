import { entryRule } from '../engine/rule.ts'

const most = 300

export const notesWithinCount = entryRule({
  id: 'notes-within-count',
  summary: `一篇里的引用和注释不超过 ${most} 处。`,
  severity: 'error',
  silenceable: false,
  *check({ entry }) {
    const body = entry.text.lastIndexOf('[^') < 0 ? [] : entry.text.matchAll(/\[\^[^\]\s]{1,60}\]/g)
    let count = 0
    let over = -1
    for (const { index } of body) {
      count += 1
      if (count === most + 1) over = index
    }
    if (over < 0) return
    yield {
      at: { span: [over, entry.text.indexOf(']', over) + 1] },
      message: `这一篇有 ${count} 处引用和注释，从这里起超过 ${most} 处。`,
      hint: '拆成几篇，或把同一句里重复的引用并成一处。',
    }
  },
})

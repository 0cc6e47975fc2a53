import { isPublished } from '../../content/library.ts'
import { packMinutes } from '../../model/packs.ts'
import { entryRule } from '../engine/rule.ts'

export const packMinutesAddUp = entryRule({
  id: 'pack-minutes-add-up',
  summary: `学习包的总分钟等于各项相加，在 ${packMinutes.least} 到 ${packMinutes.most} 之间。`,
  severity: 'error',
  collections: ['packs'],
  *check({ entry }) {
    if (!isPublished(entry)) return
    const { minutes, agenda } = entry.data
    const sum = agenda.reduce((total, row) => total + row.minutes, 0)
    const at = { field: 'minutes' }
    if (sum !== minutes)
      yield {
        at,
        message: `总分钟写的是${minutes}，各项加起来是${sum}。`,
        hint: `把 minutes 改成 ${sum}，或改各项的分钟。`,
      }
    if (minutes < packMinutes.least || minutes > packMinutes.most)
      yield {
        at,
        message: `这一包要${minutes}分钟，一次会排${packMinutes.least}到${packMinutes.most}分钟。`,
        hint: minutes > packMinutes.most ? '减一项，或分成两包。' : '加一项，或给讨论多留些时间。',
      }
  },
})

import type { Drawing } from '../../../model/charts.ts'
import type { Fact } from '../../../model/sources.ts'

/** Why a fact cannot be drawn the way a chart asks, and what to do about it. */
interface DrawingFault {
  message: string
  hint: string
}

export function drawingFault(fact: Fact, drawing: Drawing): DrawingFault | undefined {
  if (drawing.kind === 'structure' || drawing.kind === 'steps') return undefined
  return drawing.kind === 'timeline' ? dateFault(fact) : countFault(fact, limitOf(drawing))
}

/** How many marks can still be told apart and sent to a phone; a bar's length has no limit. */
function limitOf(drawing: Drawing): number {
  if (drawing.kind === 'share') return drawing.mark === 'dot' ? 3000 : 150
  if (drawing.kind === 'counts') return 40
  return drawing.kind === 'flow' ? 30 : Infinity
}

function dateFault({ id, figure, as_of }: Fact): DrawingFault | undefined {
  const own = typeof figure === 'string' && /^\d{4}(-\d\d){0,2}$/.test(figure)
  if (own || (as_of !== undefined && as_of !== 'undated')) return undefined
  return {
    message: `事实 ${id} 没有日期，排不进时间线。`,
    hint: '换一条写明时间的事实；来源没有写时间的，不进时间线。',
  }
}

function countFault({ id, figure, qualifier }: Fact, limit: number): DrawingFault | undefined {
  if (typeof figure !== 'number')
    return { message: `事实 ${id} 没有数，画不出来。`, hint: '换一条有 figure 数字的事实。' }
  if (qualifier === 'rhetorical')
    return {
      message: `事实 ${id} 是概数说法，不是数出来的 ${figure}。`,
      hint: '概数不画成图，写在文字里。',
    }
  if (limit === Infinity || (Number.isInteger(figure) && figure <= limit)) return undefined
  return {
    message: `事实 ${id} 的数是 ${figure}，不能一个记号代表一个。`,
    hint: `这种画法只收不超过 ${limit} 的整数；大数和小数用 bars。`,
  }
}

import { entered } from '../clock.ts'
import { line, mix, text } from '../nodes.ts'
import type { Node, Point } from '../nodes.ts'
import { moved, numeralShown } from '../stage.ts'
import type { Draw, Stage } from '../stage.ts'
import { fitSize } from '../widths.ts'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** The dot goes day by day to the day; weekdays and days are those of the real month. */
export const drawCalendar: Draw<'calendar'> = (shot, stage) => {
  const isWide = stage.layout.name === 'wide'
  const [year = 0, month = 1, day = 1] = shot.date.split('-').map(Number)
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const grid = gridOf(stage, Math.ceil((first + length) / 7))
  const place = (date: number): Point => {
    const cell = first + date - 1
    return {
      x: grid.left + (cell % 7) * grid.column,
      y: grid.top + Math.floor(cell / 7) * grid.row,
    }
  }
  const at = 1 + (day - 1) * moved(stage)
  const [under, over] = [Math.floor(at), Math.min(day, Math.ceil(at))]
  const here = mix(place(under), place(over), at - under)
  const reached = Math.round(at)
  const seen = entered(stage.time)
  const days = Array.from({ length }, (_, index): Node => {
    const date = index + 1
    const { x, y } = place(date)
    const size = isWide ? 42 : 52
    return text({ x, y: y + size * 0.36 }, String(date), {
      size,
      serif: true,
      anchor: 'middle',
      ink: date <= reached ? 'text' : 'later',
      opacity: date === reached ? 0 : seen,
    })
  })
  return {
    nodes: [
      ...weekdays.map((name, index) =>
        text({ x: grid.left + index * grid.column, y: grid.top - grid.row * 0.62 }, name, {
          size: stage.layout.smallest,
          ink: 'quiet',
          anchor: 'middle',
          opacity: seen,
        }),
      ),
      ...days,
      ...words(`${year}年${month}月`, shot.words, stage),
      text({ x: here.x, y: here.y + (isWide ? 15 : 18) }, String(reached), {
        size: isWide ? 44 : 54,
        serif: true,
        anchor: 'middle',
        ink: 'ground',
        isOver: true,
      }),
    ],
    dot: { ...here, r: isWide ? 34 : 40 },
  }
}

function gridOf({ layout }: Stage, rows: number) {
  return layout.name === 'wide'
    ? { left: 580, column: 96, top: 196, row: rows > 5 ? 64 : 74 }
    : { left: 90, column: 90, top: 570, row: rows > 5 ? 76 : 88 }
}

function words(month: string, what: string, stage: Stage): Node[] {
  const isWide = stage.layout.name === 'wide'
  const left = stage.layout.margin
  const width = isWide ? 420 : 624
  const opacity = entered(stage.time, 1)
  return [
    ...(isWide ? [{ ...line({ x: left, y: 170 }, { x: 400, y: 170 }, 'text', 4), opacity }] : []),
    text({ x: left, y: isWide ? 256 : 290 }, month, {
      size: isWide ? 72 : 92,
      serif: true,
      opacity,
    }),
    text({ x: left, y: isWide ? 350 : 400 }, what, {
      size: fitSize(what, { size: isWide ? 60 : 68, width, face: 'serif' }),
      serif: true,
      ink: 'word',
      opacity: numeralShown(stage),
    }),
  ]
}

import { chineseDay } from '../../formats/chinese-day.ts'
import { between, eased, entered } from '../clock.ts'
import { dots, line, mix, text } from '../nodes.ts'
import type { Node, Point } from '../nodes.ts'
import { numeralOf, numeralShown } from '../stage.ts'
import type { Draw, Stage } from '../stage.ts'
import { fitLines, fitSize } from '../widths.ts'
import { fitPhrases } from './phrases.ts'

/** The day, then the honour, then who gave it; no medal, no flag, no ribbon. */
export const drawHonour: Draw<'honour'> = (shot, stage) => {
  const isWide = stage.layout.name === 'wide'
  const { margin, width } = stage.layout
  const phrases = shot.name.split('/')
  const { lines, size } = isWide
    ? fitLines(phrases, { width: width - 2 * margin, sizes: [108, 96, 84, 72], most: 1 })
    : fitPhrases(phrases, { words: stage.film.words, sizes: [132, 116, 104, 92, 78, 66], most: 2 })
  const rule = isWide ? 222 : 380
  const first = rule + (isWide ? 130 : 172)
  const last = first + (lines.length - 1) * size * 1.24
  const [from, to] = stage.phases.move
  const turn = from + (to - from) * 0.6
  const drawn = eased(between(stage.time, [from, turn]))
  const [left, right] = [
    { x: margin, y: rule },
    { x: width - margin, y: rule },
  ]
  const here = mix(left, right, drawn)
  const giver = last + (isWide ? 78 : 112)
  const peers = peersAt(numeralOf(stage, shot.peers).number, giver + (isWide ? 74 : 100), stage)
  const mine = peers[0]
  const settled = eased(between(stage.time, [turn, to]))
  const small = isWide ? 46 : 56
  return {
    nodes: [
      { ...line(left, right, 'scaffold', 3), opacity: entered(stage.time, 1) },
      line(left, here, 'text', 4),
      text({ x: margin, y: rule - 28 }, chineseDay(shot.date), {
        size: isWide ? 50 : 68,
        serif: true,
        opacity: entered(stage.time),
      }),
      ...lines.map((words, index) =>
        text({ x: margin, y: first + index * size * 1.24 }, words, {
          size,
          serif: true,
          opacity: between(stage.time, [turn - 0.5, turn - 0.18]),
        }),
      ),
      text({ x: margin, y: giver }, shot.by, {
        size: fitSize(shot.by, { size: small, width: width - 2 * margin, face: 'sans' }),
        ink: 'quiet',
        opacity: between(stage.time, [turn, turn + 0.32]),
      }),
      ...others(peers, stage),
    ],
    dot: { ...(mine ? mix(here, mine, settled) : here), r: isWide ? 15 : 18 },
  }
}

function others(peers: readonly Point[], stage: Stage): Node[] {
  return peers.length > 1
    ? [dots(peers.slice(1), stage.layout.name === 'wide' ? 13 : 16, 'rest', numeralShown(stage))]
    : []
}

/** One dot a person honoured with the same honour; the red one is the film's. */
function peersAt(count: number, top: number, { layout }: Stage): Point[] {
  const room = layout.width - 2 * layout.margin - 36
  const most = layout.bottom - 18 - top
  const rows = count > 40 ? 3 : count > 18 ? 2 : 1
  const columns = Math.ceil(count / rows)
  const step = Math.min(layout.name === 'wide' ? 58 : 64, room / Math.max(1, columns - 1), 999)
  const gap = Math.min(step, rows > 1 ? most / (rows - 1) : step)
  return Array.from({ length: Math.min(count, 120) }, (_, index) => ({
    x: layout.margin + 18 + (index % columns) * step,
    y: top + Math.floor(index / columns) * gap,
  }))
}

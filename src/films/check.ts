import { burnedCaption, mostBurned } from './burned-caption.ts'
import { shortestShot } from './clock.ts'
import { dotsOf, mostDots } from './kinds/count.ts'
import { Frames, restOf } from './frames.ts'
import { layoutsOf } from './layout.ts'
import type { Layout } from './layout.ts'
import type { Box, Node } from './nodes.ts'
import type { FilmContext } from './stage.ts'
import type { Shot } from '../model/films/shots.ts'
import { factsIn } from '../model/storyboards.ts'
import { timelineOf } from '../content/film-timeline.ts'
import { widthOf } from './widths.ts'

/** What is wrong with a shot, numbered from 0. */
interface ShotFault {
  shot: number
  message: string
}

/** Everything that can be seen of a film without a browser: time, marks, zones, sizes. */
export function faultsOf(film: FilmContext): ShotFault[] {
  const { shots } = timelineOf(film.storyboard)
  const drawn = layoutsOf(film.storyboard).flatMap((layout) => {
    const frames = new Frames(film, layout)
    return frames.shots.flatMap((timed, shot) =>
      [
        ...pictureFaults(frames.nodesAt(shot, restOf(timed)), layout),
        ...captionFaults(timed.shot.say, layout, film.words),
      ].map((message) => ({ shot, message })),
    )
  })
  const own = shots.flatMap(({ shot: data }, shot) =>
    [...timeFaults(data), ...markFaults(data, film)].map((message) => ({ shot, message })),
  )
  return [...own, ...drawn]
}

/** A caption printed under an upright picture has its lines and no more. */
function captionFaults(say: string, layout: Layout, words: readonly string[]): string[] {
  const { length } = burnedCaption(say, layout, words)
  return length > mostBurned ? [`竖版的字幕要排${length}行，最多${mostBurned}行`] : []
}

function timeFaults({ seconds, say }: Shot): string[] {
  const least = shortestShot(say)
  return seconds < least - 0.005
    ? [`${seconds}秒太短：画面要动，字幕要读完，至少${(Math.ceil(least * 25) / 25).toFixed(2)}秒`]
    : []
}

/** Dots are the figure by what one stands for, to the last one; a part is no more than its whole. */
function markFaults(shot: Shot, { facts }: FilmContext): string[] {
  const numberOf = (id: string | undefined) => {
    const figure = id === undefined ? undefined : facts.get(id)?.fact.figure
    return typeof figure === 'number' ? figure : undefined
  }
  const counted = (id: string | undefined, per: number) => {
    const number = numberOf(id)
    if (number === undefined) return []
    if (number / per > mostDots)
      return [`${number}画成点太多：写 per，一点代表几（最多${mostDots}点）`]
    return dotsOf(number, per) * per === number
      ? []
      : [`${number}不能整除成${per}一点，点数和数字对不上`]
  }
  switch (shot.show) {
    case 'count':
      if (shot.none || shot.quiet) return []
      return shot.among ? placed(numberOf(shot.figure), shot.among) : counted(shot.figure, shot.per)
    case 'part-of': {
      const [whole = 0, part = 0] = [numberOf(shot.whole), numberOf(shot.part)]
      const more = part > whole ? [`其中的${part}比全部的${whole}还多`] : []
      const share = sharesMade(shot, facts)
      return [...counted(shot.whole, shot.per), ...counted(shot.part, shot.per), ...more, ...share]
    }
    case 'route':
      return counted(shot.distance, shot.per)
    case 'compare':
      return unitFaults(shot.left.figure, shot.right.figure, facts)
    default:
      return []
  }
}

/** A figure that fills places is a whole number of them. */
function placed(figure: number | undefined, among: number): string[] {
  if (figure === undefined || (Number.isInteger(figure) && figure <= among)) return []
  return [`${figure}落不进${among}格：among 写一共几格，要不少于数字`]
}

/** A share that no fact of the shot states has been worked out: a whole with 余 has none. */
function sharesMade(shot: Shot, facts: FilmContext['facts']): string[] {
  const stated = factsIn(shot).map((id) => facts.get(id)?.fact.statement ?? '')
  return Array.from(shot.say.matchAll(/[\d.]+[%％]|百分之/g), ([share]) => share)
    .filter((share) => !stated.some((statement) => statement.includes(share)))
    .map((share) => `“${share}”不是来源给的：“其中”不算百分比`)
}

function unitFaults(left: string, right: string, facts: FilmContext['facts']): string[] {
  const [one, other] = [left, right].map((id) => facts.get(id)?.fact.unit)
  return one === other ? [] : [`两边的单位不一样：“${one ?? ''}”和“${other ?? ''}”`]
}

/** Small text, what leaves the picture or stands under captions, words that meet. */
function pictureFaults(nodes: readonly Node[], layout: Layout): string[] {
  const where = layout.name === 'wide' ? '' : '竖版'
  const boxes = nodes.flatMap((node) => {
    const box = (node.opacity ?? 1) < 0.05 || node.isGround ? undefined : boxOf(node)
    return box ? [{ node, box, words: node.kind === 'text' ? `“${node.text}”` : '图形' }] : []
  })
  const small = nodes.flatMap((node) =>
    node.kind === 'text' && node.size < layout.smallest - 0.5 && (node.opacity ?? 1) > 0.05
      ? [`${where}“${node.text}”只有${Math.round(node.size)}像素，至少要${layout.smallest}`]
      : [],
  )
  const out = boxes.flatMap(({ box, words }) => {
    const side = 24
    if (box.bottom > layout.bottom + 6) return [`${where}${words}伸进了字幕的位置`]
    return box.left < side || box.right > layout.width - side ? [`${where}${words}出了画面`] : []
  })
  return [...new Set([...small, ...out, ...meetings(boxes, where)])]
}

function meetings(
  boxes: readonly { node: Node; box: Box; words: string }[],
  where: string,
): string[] {
  const texts = boxes.filter(({ node }) => node.kind === 'text' && !node.isOver)
  return texts.flatMap(({ box, words }, index) =>
    texts
      .slice(index + 1)
      .flatMap((other) =>
        box.left < other.box.right - 4 &&
        other.box.left < box.right - 4 &&
        box.top < other.box.bottom - 4 &&
        other.box.top < box.bottom - 4
          ? [`${where}${words}和${other.words}叠在一起`]
          : [],
      ),
  )
}

function boxOf(node: Node): Box | undefined {
  switch (node.kind) {
    case 'text': {
      const width = widthOf(node.text, node.size, node.serif ? 'serif' : 'sans')
      const left =
        node.x - (node.anchor === 'end' ? width : node.anchor === 'middle' ? width / 2 : 0)
      return {
        left,
        right: left + width,
        top: node.y - node.size * 0.8,
        bottom: node.y + node.size * 0.1,
      }
    }
    case 'circle':
      return {
        left: node.x - node.r,
        right: node.x + node.r,
        top: node.y - node.r,
        bottom: node.y + node.r,
      }
    case 'rect':
      return { left: node.x, right: node.x + node.width, top: node.y, bottom: node.y + node.height }
    case 'path':
      return node.box
  }
}

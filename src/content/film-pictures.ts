import type { CitedFact } from './library.ts'
import { filmNumeral } from './film-numeral.ts'
import { chineseDay } from '../formats/chinese-day.ts'
import { printed } from '../model/storyboards.ts'
import type { Storyboard } from '../model/storyboards.ts'
import type { Shot } from '../model/films/shots.ts'

type Facts = ReadonlyMap<string, CitedFact>

/** What the picture of a shot prints, part by part, a sentence set in lines as one; the sources list is told by the page. */
export function printedIn(shot: Shot, { title }: Storyboard, facts: Facts): string[] {
  const numeral = (id: string | undefined, more?: '余' | '多' | '超过') => {
    const found = id === undefined ? undefined : filmNumeral(facts.get(id)?.fact, more)
    return found && `${found.before}${found.value}${found.after}`
  }
  return partsOf(shot, printed(title), numeral).flatMap((part) => part || [])
}

type Numeral = (id: string | undefined, more?: '余' | '多' | '超过') => string | undefined

function partsOf(shot: Shot, title: string, numeral: Numeral): (string | undefined)[] {
  switch (shot.show) {
    case 'title':
      return [title, shot.sub]
    case 'count':
      return [numeral(shot.figure, shot.more), shot.label, ...(shot.none ?? [])]
    case 'part-of':
      return [
        ...[numeral(shot.whole, shot.more), shot.whole_label],
        ...[numeral(shot.part), shot.part_label],
      ]
    case 'route':
      return [
        ...[numeral(shot.lines), numeral(shot.distance, shot.more), shot.label],
        ...[shot.from_name, shot.to_name],
      ]
    case 'profile':
      return [shot.from, shot.to, numeral(shot.peaks), shot.line]
    case 'timeline':
      return shot.events.map(({ year, words }) => `${year}年${words}`)
    case 'tree':
      return treeParts(shot)
    case 'steps':
      return shot.steps.map(({ words }) => words)
    case 'compare':
      return [shot.left, shot.right].flatMap(({ figure, label }) => [numeral(figure), label])
    case 'calendar':
      return [chineseDay(shot.date), shot.words]
    case 'object':
      return [printed(shot.words)]
    case 'quotation':
      return [shot.lines.join(''), shot.speaker, shot.place]
    case 'place':
      return [
        ...shot.levels,
        shot.last,
        shot.units && `${numeral(shot.units)}${shot.units_label ?? ''}`,
      ]
    case 'honour':
      return [chineseDay(shot.date), printed(shot.name), shot.by]
    case 'question':
      return [shot.lines.join('')]
    case 'sources':
      return []
  }
}

function treeParts(shot: Extract<Shot, { show: 'tree' }>): (string | undefined)[] {
  const limbs = [shot.across, shot.down].flatMap((limb) => (limb ? [limb.label, ...limb.to] : []))
  const branches = (shot.branches ?? []).flatMap(({ words, note }) => [words, note])
  return [shot.root, shot.layers, ...limbs, ...branches]
}

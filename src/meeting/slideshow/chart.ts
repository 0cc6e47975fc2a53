import type { Grid } from './table.ts'

/** Numbers of one unit under each other. */
export interface Bars {
  kind: 'bars'
  rows: { label: string; count: number; said: string }[]
}

/** What a picture of the portal shows, as far as a presentation program has a form for it. */
export type Chart =
  | Bars
  | { kind: 'flow'; from: string; to: string; count: number }
  | { kind: 'tree'; root: string; parts: { name: string; note: string }[] }
  | { kind: 'table'; grid: Grid }
  /** A part of a whole: the portal draws a mark for each, which is never turned into a share. */
  | { kind: 'legend'; words: string }

/**
 * A chart read from the HTML that `src/pages/charts` makes of it; undefined for a picture of another
 * form. A number with `余` keeps its words beside its bar, which ends where the number does.
 */
export function chartOf(picture: string): Chart | undefined {
  return (
    barsIn(picture) ?? flowIn(picture) ?? treeIn(picture) ?? tableIn(picture) ?? legendIn(picture)
  )
}

const row = /<p class="rx"><b class="big">(.*?)<\/b><span>(.*?)<\/span>/gs

function barsIn(picture: string): Chart | undefined {
  const rows = Array.from(picture.matchAll(row), ([, value = '', label = '']) => {
    const [unit = '', ...words] = wordsOf(label).split(' ')
    const count = Number(wordsOf(value).replace(/^约|,/g, ''))
    return { label: words.join(''), count, said: wordsOf(value) + unit }
  })
  const isBars = rows.length > 1 && rows.every(({ label, count }) => label !== '' && count > 0)
  return isBars ? { kind: 'bars', rows } : undefined
}

function flowIn(picture: string): Chart | undefined {
  const [, from = '', inside = '', to = ''] =
    /^<div class="flow"><b>(.*?)<\/b>(.*)<b>(.*?)<\/b><\/div>$/s.exec(picture) ?? []
  const count = Number(/aria-label="(\d+)/.exec(inside)?.[1] ?? 0)
  return count > 0 ? { kind: 'flow', from: wordsOf(from), to: wordsOf(to), count } : undefined
}

function treeIn(picture: string): Chart | undefined {
  const root = /<p class="node node--h">(.*?)<\/p>/s.exec(picture)?.[1]
  if (root === undefined) return undefined
  const parts = Array.from(
    picture.matchAll(/<li class="node">(?:<small>(.*?)<\/small>)?(.*?)<\/li>/gs),
    ([, note = '', name = '']) => ({ name: wordsOf(name), note: wordsOf(note) }),
  )
  return { kind: 'tree', root: wordsOf(root), parts }
}

function tableIn(picture: string): Chart | undefined {
  const counts = Array.from(picture.matchAll(row), ([, value = '', label = '']) => [
    wordsOf(label),
    wordsOf(value),
  ])
  const large = Array.from(
    picture.matchAll(/<p class="big[^"]*">([^<]*)<i>(.*?)<\/i>/gs),
    ([, value = '', label = '']) => [wordsOf(label), wordsOf(value)],
  )
  const rows = counts.length > 0 ? counts : large
  return rows.length > 0 ? { kind: 'table', grid: { head: ['项目', '数'], rows } } : undefined
}

function legendIn(picture: string): Chart | undefined {
  const said = /aria-label="([^"]*)"/.exec(picture)?.[1]
  if (said === undefined || !picture.startsWith('<p class="legend">')) return undefined
  return { kind: 'legend', words: said.replace(/(?:圆点|竖条)，/u, '，') }
}

function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

import { isMap, isScalar, isSeq } from 'yaml'
import type { Pair, YAMLMap } from 'yaml'
import { z } from 'zod'
import type { Edit } from '../rules/engine/rule.ts'
import type { Figures, Migration } from './migration.ts'

const anyVersion = z.looseObject({
  chapters: z.array(z.looseObject({ shots: z.array(z.looseObject({ show: z.string() })) })),
})

/** Shots were words beside a label; now each kind draws what it says. */
export const drawnShots: Migration = {
  to: 3,
  says: '短片的分镜按画面分种类：数字（figure）是 count，片名下的小字（label）是 sub。',
  advice:
    '写日期的 figure 换成 calendar 或 timeline；words 换成 object、quotation、tree 或 place；items 换成 tree 或 steps；terminal 和 page 换成 steps 或 object。开头补上 subject、field、palette、cover。做好的短片照旧能放，不再重做的，可以删去它的分镜。',
  concerns: (path) => path.startsWith('films/'),
  edits: ({ text, document }, figures) => {
    const { chapters = [] } = anyVersion.safeParse(document.toJS()).data ?? {}
    return chapters.flatMap(({ shots }, one) =>
      shots.flatMap(({ show }, two) => {
        const shot = document.getIn(['chapters', one, 'shots', two])
        if (!isMap(shot)) return []
        if (show === 'title') return subEdit(shot)
        return show === 'figure' ? countEdits(text, shot, figures) : []
      }),
    )
  },
  leaves: ({ file }) => file.startsWith('films/'),
}

function subEdit(shot: YAMLMap): Edit[] {
  const span = rangeOf(pairOf(shot, 'label')?.key)
  return span ? [{ span, text: 'sub' }] : []
}

/** A shot of one number becomes a count of that fact; its label and the list of facts stay. */
function countEdits(text: string, shot: YAMLMap, figures: Figures): Edit[] {
  const facts = pairOf(shot, 'facts')
  const first: unknown = isSeq(facts?.value) ? facts.value.get(0) : undefined
  const key = rangeOf(facts?.key)
  const kind = rangeOf(pairOf(shot, 'show')?.value)
  if (typeof first !== 'string' || typeof figures.get(first) !== 'number' || !key || !kind)
    return []
  const indent = ' '.repeat(key[0] - (text.lastIndexOf('\n', key[0] - 1) + 1))
  const next = shot.flow ? ', ' : `\n${indent}`
  return [
    { span: kind, text: 'count' },
    { span: [key[0], key[0]], text: `figure: ${first}${next}` },
  ]
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && key.value === name)
}

function rangeOf(node: unknown): [number, number] | undefined {
  const range = isScalar(node) ? node.range : undefined
  return range ? [range[0], range[1]] : undefined
}

import { supportById, supportFor } from '../reading/figures/claims.ts'
import { faultOf } from '../reading/figures/figure-fault.ts'
import { statedFigures } from '../reading/figures/fact-support.ts'
import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

/** Days of a year, hours of a day: a whole that needs no source. */
const wholes = new Set([365, 366, 24, 60, 12, 100])

export const portraitShowsItsFact = entryRule({
  id: 'portrait-shows-its-fact',
  summary: '画成图的数和图下的话，引用的事实里都有。',
  severity: 'error',
  collections: ['people'],
  *check({ entry, prose, share }) {
    const { portrait } = entry.data
    const support = portrait && supportFor(portrait.cites, share(supportById))
    if (!portrait || !support) return
    const { kind, each, cites } = portrait
    for (const [index, value] of portrait.values.entries()) {
      const shown = value * each
      if (support.figures.some((known) => known.value === shown)) continue
      if (kind === 'ring' && index === 1 && wholes.has(shown)) continue
      yield {
        at: { field: ['portrait', 'values', index] },
        message: `画的是 ${shown}，事实 ${cites.join('、')} 里没有这个数。`,
        hint: '照事实写 values；一笔代表不止一个的，写 each。',
      }
    }
    const caption = prose(entry).find(({ field }) => field?.join('.') === 'portrait.caption')
    for (const figure of caption ? statedFigures(caption.text) : []) {
      // What one stroke stands for, and the whole of a ring, are the drawing's own.
      if (figure.value === each || wholes.has(figure.value)) continue
      const fault =
        caption &&
        faultOf({ figure, support, passage: caption, source: `事实 ${cites.join('、')} ` })
      if (caption && fault)
        yield { at: { span: spanIn(caption, figure.from, figure.to) }, ...fault }
    }
  },
})

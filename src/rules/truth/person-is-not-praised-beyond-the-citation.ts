import { citedFacts } from '../reading/figures/cited-figures.ts'
import { spanIn } from '../reading/prose/passage.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'
import { degreesIn } from '../reading/wording/degrees.ts'
import type { DegreeKind } from '../reading/wording/degrees.ts'
import { references } from '../reading/wording/fact-reference.ts'
import { sentencesOf } from '../reading/wording/sentences.ts'

/** Words that judge a person where a fact would say what was done. */
const praise =
  /伟大|崇高|高尚|无私|感人|动人|可敬|可亲|光辉|光荣|不朽|杰出|卓越|非凡|传奇|奇迹|丰碑|脊梁|典范|标杆|楷模|英雄|大爱|赤诚|赤子|呕心沥血|鞠躬尽瘁|兢兢业业|任劳任怨|默默奉献|默默无闻|无怨无悔|全心全意|倾尽|毫无保留|毕生|一辈子|从未|从来没有|始终如一|几十年如一日|了不起|著名|知名|顶尖|国宝/g
const superlative = /最(?!后|近|初|终|先|早|低分|高分)\p{Script=Han}/gu
/** What claims that a thing is whole, first or alone; `degree-is-not-strengthened` asks it of cited sentences only. */
const absolute: ReadonlySet<DegreeKind> = new Set([
  ...(['totality', 'only', 'firstOne', 'firstTime', 'firstBatch'] as const),
])
/** Questions are about the readers' own work. */
const spared = new Set<string | number>(['discussion', 'corrections', 'ai'])

export const personIsNotPraisedBeyondTheCitation = entryRule({
  id: 'person-is-not-praised-beyond-the-citation',
  summary: '榜样的页面不加来源没有的评语、最高级和“全部”“唯一”一类的词。',
  severity: 'error',
  collections: ['people'],
  *check(context) {
    const { entry, prose, share, library } = context
    const known = share(references)
    const textOf = (facts: Iterable<string>) =>
      Array.from(facts, (id) => known.get(id)?.text ?? '').join('\n')
    const titles = entry.data.sources.map((id) => library.sources.get(id)?.data.title ?? '')
    const all = [textOf(citedFacts([entry])), ...titles].join('\n')
    // A sentence stands on the facts it cites; fields and headings, which cite none, on all of them.
    const texts = [
      ...sentencesOf(context).map(({ passage, from, text, facts }) => {
        const allowed = passage.kind === 'heading' ? all : textOf(facts)
        return { passage, from, text, allowed }
      }),
      ...prose(entry)
        .filter(({ kind, field }) => kind === 'field' && !spared.has(field?.[0] ?? ''))
        .map((passage) => ({ passage, from: 0, text: passage.text, allowed: all })),
    ]
    for (const { passage, from, text, allowed } of texts)
      for (const { word, at } of strongWords(text)) {
        const start = from + at
        // A name is given in quotation marks, or is the name of an honour.
        if (allowed.includes(word) || isNamed(passage, start)) continue
        yield {
          at: { span: spanIn(passage, start, start + word.length) },
          message: `“${word}”是评语，引用的事实里没有。`,
          hint: '删去，改写成做过的一件事；来源有这个词的，引用写着它的事实。',
        }
      }
  },
})

function strongWords(text: string): { word: string; at: number }[] {
  const found = [...text.matchAll(praise), ...text.matchAll(superlative)]
  const degrees = degreesIn(text).filter(({ kind }) => absolute.has(kind))
  return [
    ...found.map(({ 0: word, index }) => ({ word, at: index })),
    ...degrees.map(({ word, from }) => ({ word, at: from })),
  ]
}

function isNamed({ field, quoted }: ProsePassage, at: number): boolean {
  const isHonour = field?.[0] === 'honours' && field[2] === 'name'
  return isHonour || quoted.some(([start, end]) => at >= start && at < end)
}

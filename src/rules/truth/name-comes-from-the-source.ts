import { entryRule } from '../engine/rule.ts'
import { heldTexts, isStated } from '../reading/wording/held-texts.ts'
import { knownNames, surroundings } from '../reading/wording/known-names.ts'

export const nameComesFromTheSource = entryRule({
  id: 'name-comes-from-the-source',
  summary: '引用事实的句子里，单位和地名是事实里的，或这一篇自己的。',
  severity: 'error',
  *check(context) {
    const { entry, library, share } = context
    const names = share(knownNames)
    let own: string | undefined
    for (const { text, cited, source, place } of heldTexts(context).filter(isStated))
      for (const { name, from, to } of names.in(text)) {
        if (cited.some((reference) => reference.text.includes(name))) continue
        own ??= surroundings(entry, library)
        if (own.includes(name)) continue
        yield {
          at: place(from, to),
          message: `“${name}”不在${source}里，也不是这一篇写的单位和地方。`,
          hint: '照来源改；另有出处的，在句子里标上那条事实。',
        }
      }
  },
})

import { entryRule } from '../engine/rule.ts'
import { heldTexts, isStated } from '../reading/wording/held-texts.ts'
import { surroundings } from '../reading/wording/known-names.ts'

export const quotationComesFromTheSource = entryRule({
  id: 'quotation-comes-from-the-source',
  summary: '引用事实的句子里，引号里的名称和原话，事实里一字不差。',
  severity: 'error',
  *check(context) {
    const { entry, library } = context
    let own: string | undefined
    for (const { text, quoted, cited, source, place } of heldTexts(context).filter(isStated))
      for (const [from, to] of quoted) {
        const quotation = plain(text.slice(Math.max(0, from), to))
        if (from < 0 || to > text.length || quotation.length < 2) continue
        if (cited.some((reference) => plain(reference.text).includes(quotation))) continue
        own ??= plain(ownNames(entry, library))
        if (own.includes(quotation)) continue
        yield {
          at: place(from, to),
          message: `“${text.slice(from, to)}”不在${source}里。`,
          hint: '照来源写名称；不是来源的话，不加引号。',
        }
      }
  },
})

function ownNames(...[entry, library]: Parameters<typeof surroundings>): string {
  const terms = library.site.terms.map(({ use }) => use)
  return [surroundings(entry, library), ...terms].join('\n')
}

/** Without quotation marks, dots and spaces: nested marks turn with their place, dots are many. */
function plain(text: string): string {
  return text.replace(/[“”‘’「」『』·•・\s]/g, '')
}

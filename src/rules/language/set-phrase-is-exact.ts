import { proseRule } from '../engine/prose-rule.ts'
import type { Flaw } from '../engine/prose-rule.ts'
import { nearPhrases } from '../reading/wording/near-phrase.ts'
import { phraseList } from '../reading/wording/phrase-list.ts'

export const setPhraseIsExact = proseRule({
  id: 'set-phrase-is-exact',
  summary: '固定提法一个字也不差。',
  severity: 'warning',
  trace: /[\p{sc=Han}]/u,
  *find({ text }, { share }): Generator<Flaw> {
    const { slips, slipPattern, finder, besides } = share(phraseList)
    for (const { 0: found, index } of text.matchAll(slipPattern))
      yield flawOf(found, slips.get(found) ?? found, index)
    if (!finder) return
    for (const { phrase, found, from } of nearPhrases(text, finder))
      if (!besides.has(found) && !slips.has(found)) yield flawOf(found, phrase, from)
  },
})

function flawOf(found: string, use: string, from: number): Flaw {
  return {
    from,
    to: from + found.length,
    message: `“${bare(found)}”像是固定提法“${bare(use)}”写错了。`,
    hint: `照原文写“${bare(use)}”；原文真是这样写的，加引号并在旁边说明。`,
    mended: use,
  }
}

/** Inside the quotation marks of a message a phrase's own would stand twice. */
function bare(phrase: string): string {
  return phrase.replace(/[“”]/g, '')
}

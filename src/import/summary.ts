import { gap } from '../model/placeholder.ts'
import { plainOfBlocks, validText } from './blocks.ts'
import { unseen } from './inline-markdown.ts'
import type { Placed } from './outline.ts'

/** What is written in whole sentences: no heading, no table, no list of names. */
export function proseOf(placed: readonly Placed[]): string {
  return placed
    .flatMap((block) =>
      block.kind === 'paragraph' ? [plainOfBlocks([block], validText).trim()] : [],
    )
    .filter((text) => /[。！？]$/.test(text))
    .join('')
}

/** A little inside what the model allows: mending punctuation may change the length. */
const summaryLength = { least: 50, most: 150 }

/** The first sentences, as many as fit; filled up with a gap when there are too few. */
export function summaryOf(plain: string): string {
  const text = plain
    .replace(unseen, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  let summary = ''
  for (const sentence of text.split(/(?<=[。！？])/)) {
    if ((summary + sentence).length > summaryLength.most) break
    summary += sentence
  }
  // The model counts characters, and a rare one takes two units.
  const isEnough = () => [...summary.replace(/\s/g, '')].length >= summaryLength.least
  if (!isEnough()) summary = cut(text, 140)
  if (isEnough()) return summary.trim()
  const what = '摘要，照字段说明里的字数说清谁做了什么，写好以后，再删去这些占位用的文字'
  return `${gap(what)}${cut(summary, 80).trim()}`
}

/** The beginning of a text, no letter cut in two. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
}

import { swallowedIn } from '../reading/prose/lost-yaml-text.ts'
import { stepsOf, textsAt } from '../reading/named-references.ts'
import { sourceRule } from '../engine/rule.ts'

/** Fields of a source that readers read. */
const read = [
  'title',
  'publisher',
  'author',
  'editor',
  'facts.*.statement',
  'facts.*.article',
  'facts.*.unit',
  'facts.*.note',
].map(stepsOf)

export const sourceTextIsWhole = sourceRule({
  id: 'source-text-is-whole',
  summary: '来源里写下的每个字都读了进来。',
  severity: 'error',
  check({ source: { text, locate, data } }) {
    const fields = read.flatMap((steps) => textsAt(data, steps))
    return swallowedIn({ yaml: text, locate, fields })
  },
})

import { readFileSync, readdirSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { statedRows, statedYear } from '../src/pages/meeting-rules.ts'

/** Statements of the edition's facts about rules, by their ids. */
function statements(): Map<string, string> {
  const files = readdirSync('seeds').filter((file) => /^train-(branch|party)/.test(file))
  const facts = files.flatMap((file) => {
    const seed = parse(readFileSync(`seeds/${file}`, 'utf8')) as {
      facts: { id: string; statement: string }[]
    }
    return seed.facts
  })
  return new Map(facts.map(({ id, statement }) => [id, statement]))
}

test('what a meeting is held against stands in the facts it cites, word for word', () => {
  const known = statements()
  for (const { fact, words } of [...statedYear, ...statedRows])
    expect(known.get(fact), fact).toContain(words)
})

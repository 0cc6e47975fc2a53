import { codequality } from './codequality.ts'
import { github } from './github.ts'
import { human } from './human.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import type { Report } from './report.ts'
import { sarif } from './sarif.ts'

/** Every form a report is written in, by the name `--format` takes. */
export const formats = {
  human,
  markdown,
  github,
  codequality,
  json,
  sarif,
  junit,
} satisfies Record<string, (report: Report) => string>
export type Format = keyof typeof formats
// Object.keys loses the literal types of the registry above.
export const formatNames = Object.keys(formats) as Format[]

import { z } from 'zod'
import { jsonSchemaOf } from '../../model/json-schema.ts'
import type { JsonSchema } from '../../model/json-schema.ts'
import { day, line, slug } from '../../model/fields.ts'
import { fact, source } from '../../model/sources.ts'

const licence = z
  .strictObject({
    name: line.meta({ title: '许可' }),
    url: z.url().meta({ title: '许可的网址' }),
  })
  .meta({ title: '许可' })

/** A fact by itself, with the source it was read in; flat, so that a row of a table holds it. */
export const openFact = fact.omit({ verified: true, reread: true }).extend({
  when: line.optional().meta({ title: '时点的写法', description: '页面上印的时点。' }),
  reread: day.optional().meta({ title: '复读日期' }),
  source: slug.meta({ title: '来源编号' }),
})
export const openSource = source.omit({ facts: true })

/** The files of the open data; each is described by one JSON Schema. */
export const openFiles = {
  facts: z.strictObject({
    title: line.meta({ title: '题名' }),
    licence,
    facts: z.array(openFact).meta({ title: '事实' }),
  }),
  sources: z.strictObject({
    title: line.meta({ title: '题名' }),
    licence,
    sources: z.array(openSource).meta({ title: '来源' }),
  }),
}

export type OpenFact = z.infer<typeof openFact>
export type OpenSource = z.infer<typeof openSource>

/** One schema for both files: `$defs/facts` and `$defs/sources`. */
export function openSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '开放数据',
    description:
      'facts.json 和 sources.json 的字段。facts.csv 和 sources.csv 的列与它们相同，没有的值留空，几个原文用词之间用“；”隔开；以 =、+、-、@ 开头的文字前面多一个单引号，免得被表格软件当成公式。',
    $defs: {
      facts: withoutDialect(jsonSchemaOf(openFiles.facts, '事实')),
      sources: withoutDialect(jsonSchemaOf(openFiles.sources, '来源')),
    },
    anyOf: [{ $ref: '#/$defs/facts' }, { $ref: '#/$defs/sources' }],
  }
}

function withoutDialect({ $schema, ...schema }: JsonSchema): JsonSchema {
  void $schema
  return schema
}

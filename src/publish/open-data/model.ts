import { z } from 'zod'
import { jsonSchemaOf } from '../../model/json-schema.ts'
import type { JsonSchema } from '../../model/json-schema.ts'
import { day, factId, line, slug } from '../../model/fields.ts'
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

/** One thing a case did, a row a measure, for tables that compare cases. */
export const openMeasure = z.strictObject({
  case: line.meta({ title: '案例的网址', description: '从站点的根算起。' }),
  title: line.meta({ title: '案例的标题' }),
  unit: line.optional().meta({ title: '主体' }),
  regions: z.array(line).meta({ title: '地区' }),
  measure: line.meta({ title: '举措' }),
  text: line.meta({ title: '怎么做' }),
  cites: z.array(factId).meta({ title: '出处', description: '事实编号，见 facts。' }),
})

/** The files of the open data; each is described by one JSON Schema. */
const openFiles = {
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
  measures: z.strictObject({
    title: line.meta({ title: '题名' }),
    licence,
    measures: z.array(openMeasure).meta({ title: '举措' }),
  }),
}

export type OpenFact = z.infer<typeof openFact>
export type OpenSource = z.infer<typeof openSource>
export type OpenMeasure = z.infer<typeof openMeasure>

/** One schema for all files: `$defs/facts`, `$defs/sources` and `$defs/measures`. */
export function openSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '开放数据',
    description:
      'facts.json、sources.json 和 measures.json 的字段。同名的 .csv 的列与它们相同，没有的值留空，一格里的几个词用“；”隔开；以 =、+、-、@ 开头的文字前面多一个单引号，免得被表格软件当成公式。',
    $defs: {
      facts: withoutDialect(jsonSchemaOf(openFiles.facts, '事实')),
      sources: withoutDialect(jsonSchemaOf(openFiles.sources, '来源')),
      measures: withoutDialect(jsonSchemaOf(openFiles.measures, '举措')),
    },
    anyOf: [{ $ref: '#/$defs/facts' }, { $ref: '#/$defs/sources' }, { $ref: '#/$defs/measures' }],
  }
}

function withoutDialect({ $schema, ...schema }: JsonSchema): JsonSchema {
  void $schema
  return schema
}

import { z } from 'zod'
import { jsonSchemaOf } from '../../model/json-schema.ts'
import type { JsonSchema } from '../../model/json-schema.ts'
import { day, factId, line, slug } from '../../model/fields.ts'
import { cases } from '../../model/cases.ts'
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

const { shape } = cases.schema

/** A published case as data, without its text: enough to list, compare and map it, and to lead to it. */
const openCase = z.strictObject({
  path: line.meta({ title: '网址', description: '从站点的根算起。' }),
  title: shape.title,
  short: shape.short,
  summary: shape.summary,
  date: shape.date,
  updated: shape.updated,
  provenance: shape.provenance,
  ai: shape.ai,
  unit: line.meta({ title: '主体' }),
  organizations: z.array(line).meta({ title: '组织' }),
  regions: shape.regions.unwrap(),
  topics: shape.topics.unwrap(),
  series: shape.series,
  year: shape.year,
  brief: z.boolean().meta({ title: '简讯' }),
  keys: shape.keys.unwrap(),
  measures: shape.measures.unwrap(),
  highlight: shape.highlight,
  unstated: shape.unstated,
  sources: z.array(slug).meta({ title: '来源', description: '来源编号，见 sources。' }),
  cover: z
    .strictObject({
      image: line.meta({ title: '图片', description: '从站点的根算起。' }),
      alt: line.meta({ title: '替代文字' }),
    })
    .optional()
    .meta({ title: '封面' }),
  corrections: shape.corrections.unwrap(),
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
  cases: z.strictObject({
    version: z.literal(1).meta({ title: '版本', description: '字段只加不改；改了就是另一版。' }),
    title: line.meta({ title: '题名' }),
    url: z.url().optional().meta({ title: '网站的网址' }),
    base: line.meta({ title: '部署路径', description: '各个网址前面要加上的。' }),
    licence,
    cases: z.array(openCase).meta({ title: '案例' }),
  }),
}

export type OpenFact = z.infer<typeof openFact>
export type OpenSource = z.infer<typeof openSource>
export type OpenMeasure = z.infer<typeof openMeasure>
export type OpenCase = z.infer<typeof openCase>

/** One schema for all files: `$defs/facts`, `$defs/sources`, `$defs/measures` and `$defs/cases`. */
export function openSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '开放数据',
    description:
      'facts.json、sources.json、measures.json 和 cases.json 的字段。前三个有同名的 .csv，列与它们相同，没有的值留空，一格里的几个词用“；”隔开；以 =、+、-、@ 开头的文字前面多一个单引号，免得被表格软件当成公式。',
    $defs: {
      facts: withoutDialect(jsonSchemaOf(openFiles.facts, '事实')),
      sources: withoutDialect(jsonSchemaOf(openFiles.sources, '来源')),
      measures: withoutDialect(jsonSchemaOf(openFiles.measures, '举措')),
      cases: withoutDialect(jsonSchemaOf(openFiles.cases, '案例')),
    },
    anyOf: Object.keys(openFiles).map((name) => ({ $ref: `#/$defs/${name}` })),
  }
}

function withoutDialect({ $schema, ...schema }: JsonSchema): JsonSchema {
  void $schema
  return schema
}

import { z } from 'zod'
import { jsonSchemaOf } from './json-schema.ts'
import type { JsonSchema } from './json-schema.ts'
import { day, factId, isDeviceName, line, slug } from './fields.ts'
import { cases } from './cases.ts'
import { fact, source } from './sources.ts'

const licence = z
  .strictObject({
    name: line.meta({ title: '许可' }),
    url: z.url({ protocol: /^https?$/ }).meta({ title: '许可的网址' }),
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

/** The address of a case's page; its name is one that every system can give a file. */
const casePath = z
  .string()
  .regex(/^\/cases\/[a-z0-9-]+\.html$/, '要写案例的网址，例如 /cases/hangzhou.html。')
  .refine((path) => !isDeviceName(path.slice('/cases/'.length)), '这个名字 Windows 留给设备用。')

const picture = z.strictObject({
  image: z
    .string()
    .regex(/^(\/[a-z0-9][a-z0-9_-]*)+\.[a-z0-9]+$/, '要写图片的网址，例如 /media/name.jpg。')
    .meta({ title: '图片', description: '从站点的根算起。' }),
  alt: line.meta({ title: '替代文字' }),
})

const { shape } = cases.schema

/** A published case as data; its text stands in a file of its own, with those of many others. */
const openCase = z.strictObject({
  path: casePath.meta({ title: '网址', description: '从站点的根算起。' }),
  text: z
    .string()
    .regex(/^data\/texts\/\d+-\d+\.json$/, '要写正文所在的文件，例如 data/texts/8-0.json。')
    .optional()
    .meta({ title: '正文', description: '正文所在的文件，见 texts；许多篇在一个文件里。' }),
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
  facts: z
    .array(factId)
    .meta({ title: '事实', description: '字段和正文引用的事实编号，见 facts。' }),
  cover: picture.optional().meta({ title: '封面' }),
  images: z.array(picture).meta({ title: '正文里的图片' }),
  corrections: shape.corrections.unwrap(),
})

/** The text of a case without any markup: the heading of each part, and its paragraphs. */
export const openText = z.strictObject({
  path: casePath.meta({ title: '案例的网址', description: '从站点的根算起。' }),
  parts: z
    .array(
      z.strictObject({
        heading: line.optional().meta({ title: '小标题' }),
        anchor: z
          .string()
          .regex(/^[\p{L}\p{N}-]+$/u, '只能有文字、数字和连字符。')
          .optional()
          .meta({ title: '小标题的锚点', description: '接在网址和 # 后面。' }),
        paragraphs: z.array(line).meta({ title: '段落', description: '纯文本。' }),
      }),
    )
    .meta({ title: '正文' }),
})

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
  measures: z.strictObject({
    title: line.meta({ title: '题名' }),
    licence,
    measures: z.array(openMeasure).meta({ title: '举措' }),
  }),
  cases: z.strictObject({
    version: z.literal(1).meta({ title: '版本', description: '字段只加不改；改了就是另一版。' }),
    title: line.meta({ title: '题名' }),
    url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .meta({ title: '网站的网址' }),
    base: line.meta({ title: '部署路径', description: '各个网址前面要加上的。' }),
    licence,
    cases: z.array(openCase).meta({ title: '案例' }),
  }),
  texts: z.strictObject({
    version: z.literal(1).meta({ title: '版本' }),
    texts: z.array(openText).meta({ title: '正文' }),
  }),
}

/**
 * `withdrawn.json`: what was withdrawn, for portals that collect from this one. Version 1; later versions
 * may add names, and keep the meaning of these. No words of an entry stand in it.
 */
export const withdrawnList = z.object({
  version: z.literal(1),
  withdrawn: z.array(
    z.object({
      /** Path of the page below the base: `cases/hangzhou.html`. */
      path: z.string(),
      /** ISO date or time; of an entry marked as withdrawn, the day it last changed. */
      at: z.string(),
    }),
  ),
})

export type Tombstone = z.infer<typeof withdrawnList>['withdrawn'][number]
export type OpenFact = z.infer<typeof openFact>
export type OpenSource = z.infer<typeof openSource>
export type OpenMeasure = z.infer<typeof openMeasure>
export type OpenCase = z.infer<typeof openCase>
export type OpenText = z.infer<typeof openText>

/** One schema for all files: `$defs/facts`, `$defs/sources`, `$defs/measures`, `$defs/cases` and `$defs/texts`. */
export function openSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '开放数据',
    description:
      'facts.json、sources.json、measures.json、cases.json 和 texts/ 里各个文件的字段。前三个有同名的 .csv，列与它们相同，没有的值留空，一格里的几个词用“；”隔开；以 =、+、-、@ 开头的文字前面多一个单引号，免得被表格软件当成公式。',
    $defs: {
      facts: withoutDialect(jsonSchemaOf(openFiles.facts, '事实')),
      sources: withoutDialect(jsonSchemaOf(openFiles.sources, '来源')),
      measures: withoutDialect(jsonSchemaOf(openFiles.measures, '举措')),
      cases: withoutDialect(jsonSchemaOf(openFiles.cases, '案例')),
      texts: withoutDialect(jsonSchemaOf(openFiles.texts, '正文')),
    },
    anyOf: Object.keys(openFiles).map((name) => ({ $ref: `#/$defs/${name}` })),
  }
}

function withoutDialect({ $schema, ...schema }: JsonSchema): JsonSchema {
  void $schema
  return schema
}

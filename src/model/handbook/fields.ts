import type { z } from 'zod'
import { entry } from '../entry.ts'
import { collectionNames, collections } from '../index.ts'
import type { CollectionName } from '../index.ts'
import { jsonSchemaOf } from '../json-schema.ts'
import type { JsonSchema } from '../json-schema.ts'
import { site } from '../site.ts'
import { source } from '../sources.ts'
import { storyboard } from '../storyboards.ts'
import { cell, itemOf, phrase, wordsOf } from './phrase.ts'

type Titles = Record<string, string>
/** The collections a page is made from; the model's own unless a test brings another field. */
export type Registry = { [Name in CollectionName]: { label: string; schema: z.ZodType } }

/** Where each collection's files live, as the handbook writes it. */
const places: Record<CollectionName, string> = {
  cases: 'content/cases/文件名.md',
  videos: 'content/videos/文件名.md',
  people: 'content/people/文件名.md',
  courses: 'content/training/课程名/index.md',
  lessons: 'content/training/课程名/课时名.md',
  packs: 'content/packs/文件名.md',
  organizations: 'content/organizations/文件名.md',
  topics: 'content/topics/文件名.md',
  terms: 'content/terms/文件名.md',
  charts: 'content/charts/文件名.md',
  pages: 'content/pages/文件名.md',
}

const intro = `# 字段

这一页由\`npm run handbook\`从内容模型（\`src/model/\`）生成，请不要手工修改。

条目开头两行\`---\`之间是字段，一行一个，写成“字段: 值”，冒号后空一格。值里有冒号、井号，或者以引号、括号、星号、感叹号开头时，用引号把整个值括起来。不认识的字段是错误，检查会猜你想写哪一个。

表里的“必填”指缺了就不能通过检查；其余的字段没有就不写，不要留空。`

/** Every JSON Schema the model gives, by file name without ending. */
export function schemas(registry: Registry = collections): Record<string, JsonSchema> {
  return {
    ...Object.fromEntries(
      collectionNames.map((name) => {
        const { schema, label } = registry[name]
        return [name, jsonSchemaOf(schema, label)]
      }),
    ),
    sources: jsonSchemaOf(source, '来源'),
    storyboards: jsonSchemaOf(storyboard, '分镜'),
    site: jsonSchemaOf(site, '站点配置'),
  }
}

/** The handbook's page of fields: what all entries share, then each kind of file by itself. */
export function fieldsPage(registry: Registry = collections): string {
  const all = schemas(registry)
  const shared = jsonSchemaOf(entry, '每个条目都有的字段')
  const sections = [
    `## 每个条目都有的字段\n\n${tables(shared)}`,
    ...collectionNames.map((name) => {
      const { label } = collections[name]
      const own = tables(without(all[name] ?? {}, shared))
      const body = own || '没有自己的字段，只有上面每个条目都有的。'
      return `## ${label}\n\n文件：\`${places[name]}\`。\n\n${body}`
    }),
    `## 来源\n\n文件：\`seeds/来源编号.yaml\`，文件名用来源的\`id\`。\n\n${tables(all.sources ?? {})}`,
    `## 分镜\n\n文件：\`films/文件名.yaml\`，文件名和它的视频条目相同。\n\n${tables(all.storyboards ?? {})}`,
    `## 站点配置\n\n文件：\`site.yaml\`。没有的项不写，页面上就不出现。\n\n${tables(all.site ?? {})}`,
  ]
  return `${[intro, ...sections].join('\n\n')}\n`
}

/** A schema with only the fields that another does not have, or has otherwise. */
function without(schema: JsonSchema, shared: JsonSchema): JsonSchema {
  const same = (name: string, field: unknown) =>
    JSON.stringify(field) === JSON.stringify(shared.properties?.[name])
  const own = Object.entries(schema.properties ?? {}).filter(([name, field]) => !same(name, field))
  return { ...schema, properties: Object.fromEntries(own) }
}

/** A table of an object's fields, and one for each field that holds fields of its own. */
function tables(schema: JsonSchema, path = '', titles: Titles = {}): string {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    typeof field === 'object' ? [{ name, field }] : [],
  )
  if (fields.length === 0) return ''
  const rows = fields.map(
    ({ name, field }) =>
      `| \`${name}\` | ${cell(field.title ?? titles[name] ?? '')} | ${need(schema, name)} | ${how(field)} |`,
  )
  const table = ['| 字段 | 名称 | 必填 | 写法 |', '| --- | --- | --- | --- |', ...rows].join('\n')
  const inner = fields.flatMap(({ name, field }) => nested(field, path ? `${path}.${name}` : name))
  return [table, ...inner].join('\n\n')
}

function nested(field: JsonSchema, path: string): string[] {
  const isList = field.type === 'array'
  const inside = isList ? itemOf(field) : field
  const variants = [...(inside.anyOf ?? []), ...(inside.oneOf ?? []), inside].filter(
    ({ properties }) => properties,
  )
  const titles = Object.assign({ kind: '题型' }, ...variants.map(titlesOf))
  return variants.map((variant) => {
    const name = variant.properties?.show ? 'show' : 'kind'
    const kind = variant.properties?.[name]
    const which =
      typeof kind === 'object' && kind.const ? `（\`${name}: ${String(kind.const)}\`）` : ''
    return `### \`${path}\`${isList ? '的每一项' : ''}${which}\n\n${tables(variant, path, titles)}`
  })
}

/** Names of fields, for the variants of a list's items that leave one out. */
function titlesOf({ properties = {} }: JsonSchema): Titles {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, field]) =>
      typeof field === 'object' && field.title ? [[name, field.title]] : [],
    ),
  )
}

function need(schema: JsonSchema, name: string): string {
  return schema.required?.includes(name) ? '必填' : ''
}

function how(field: JsonSchema): string {
  const inner = field.type === 'array' ? itemOf(field).description : undefined
  const standard = isPlain(field.default) ? `不写就是\`${String(field.default)}\`。` : ''
  const said = [`${phrase(field)}。`, field.description, inner, standard].filter(Boolean).join('')
  return cell(said, wordsOf(field))
}

/** A default worth telling: not an empty list or group. */
function isPlain(value: unknown): boolean {
  return value !== undefined && typeof value !== 'object'
}

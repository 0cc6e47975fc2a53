import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { collections } from '../model/index.ts'
import { jsonSchemaOf } from '../model/json-schema.ts'
import { site } from '../model/site.ts'
import { adminConfig } from './config.ts'
import { fieldsOf } from './fields.ts'
import type { FormField } from './fields.ts'

interface FormCollection {
  name: string
  label: string
  folder: string
  fields: FormField[]
}

const settings = site.parse({ topics: ['组织力'], series: ['四强'], measures: ['联系点'] })
const config = adminConfig(settings, [{ slug: 'read-a-case', title: '读懂一个案例' }])
// The configuration is plain data in the CMS's own shape.
const forms = (config.cms as { collections: FormCollection[] }).collections
const formOf = (name: string) =>
  forms.find((form) => form.name === (name === 'courses' ? 'courses-read-a-case' : name))
const fieldOf = (form: string, name: string) =>
  formOf(form)?.fields.find((field) => field.name === name)

describe('the form', () => {
  test.each([
    ...(['cases', 'videos', 'people', 'courses', 'organizations', 'topics', 'charts'] as const),
    'pages' as const,
  ])('of %s has every field of the model, then the text', (name) => {
    const fields = formOf(name)?.fields.map((field) => field.name)
    expect(fields).toEqual([...Object.keys(collections[name].schema.shape), 'body', '_opened'])
  })

  test('lets a source be without a day, as the model does', () => {
    expect(fieldOf('sources', 'published')).toMatchObject({ required: false })
    expect(fieldOf('sources', 'title')).toMatchObject({ required: true })
  })

  test('takes a field for a name by its path: a source may belong to any series', () => {
    expect(fieldOf('cases', 'series')).toMatchObject({ widget: 'select', options: ['四强'] })
    expect(fieldOf('sources', 'series')).toMatchObject({ widget: 'string' })
  })

  test('gains a field that a schema gains', () => {
    const schema = collections.cases.schema.extend({
      budget: z.number().int().optional().meta({ title: '经费', description: '以元为单位。' }),
    })
    const vocabularies = { topics: [], series: [], measures: [], labels: {} }
    expect(fieldsOf(jsonSchemaOf(schema, '案例'), vocabularies).at(-1)).toEqual({
      name: 'budget',
      label: '经费',
      widget: 'number',
      value_type: 'int',
      required: false,
      hint: '以元为单位。',
    })
  })

  test('offers no empty choice where a portal has no words yet: the CMS would not open', () => {
    const bare = adminConfig(site.parse({ topics: [], series: [], measures: [] }), [])
    const text = JSON.stringify(bare)
    expect(text).toContain('"widget":"select"')
    expect(text).not.toContain('"options":[]')
  })

  test('offers what exists: organizations, sources, topics of the portal, states in Chinese', () => {
    expect(fieldOf('cases', 'unit')).toMatchObject({
      widget: 'relation',
      collection: 'organizations',
    })
    expect(fieldOf('cases', 'sources')).toMatchObject({
      widget: 'relation',
      collection: 'sources',
      multiple: true,
    })
    expect(fieldOf('cases', 'topics')).toMatchObject({ options: ['组织力'], multiple: true })
    expect(fieldOf('cases', 'status')).toMatchObject({
      default: 'draft',
      options: expect.arrayContaining([{ value: 'draft', label: '草稿' }]),
    })
  })

  test('of a measure offers the words there are, a line and its facts', () => {
    const form = fieldOf('cases', 'measures')
    expect(form).toMatchObject({ widget: 'list', max: 12 })
    expect(form?.fields).toMatchObject([
      { name: 'name', widget: 'select', options: ['联系点'], required: true },
      { name: 'text', required: true },
      { name: 'cites', widget: 'list', min: 1 },
    ])
  })

  test('of a question depends on its kind', () => {
    expect(fieldOf('lessons-read-a-case', 'quiz')).toMatchObject({
      widget: 'list',
      typeKey: 'kind',
      types: [
        { name: 'single', label: '单选题' },
        { name: 'multiple', label: '多选题' },
        { name: 'judge', label: '判断题' },
      ],
    })
  })

  test('of a collection knows what is written as a number, a word, or not at all', () => {
    expect(config.formats.sources).toEqual({
      extension: 'yaml',
      reading: {
        numbers: ['facts.*.figure'],
        defaults: { kind: 'report', title_described: false, 'facts.*.verified': true },
        words: {},
      },
    })
    expect(config.formats.lessons?.reading).toEqual({
      numbers: [],
      defaults: { shuffle: false },
      words: { 'quiz.*.answer': ['对', '错'] },
    })
  })

  test('asks for the answer to a statement, and has none of its own', () => {
    const quiz = fieldOf('lessons-read-a-case', 'quiz')
    const judge = (quiz?.types as { name: string; fields: FormField[] }[]).find(
      ({ name }) => name === 'judge',
    )
    expect(judge?.fields.find(({ name }) => name === 'answer')).toMatchObject({
      widget: 'select',
      options: ['对', '错'],
    })
  })
})

test('without a repository only a folder can be opened; with one, it is signed in to', () => {
  expect(config.cms).toMatchObject({ backend: { repo: 'local/folder' } })
  const admin = { backend: { name: 'gitlab', repo: 'party/portal', app_id: 'x' } }
  const { cms } = adminConfig(site.parse({ admin }), [])
  expect(cms).toMatchObject({ backend: { ...admin.backend, branch: 'main' } })
})

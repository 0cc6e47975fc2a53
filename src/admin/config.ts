import { provenances, statuses } from '../model/entry.ts'
import { consents } from '../model/people.ts'
import { collectionNames, collections } from '../model/index.ts'
import type { CollectionName } from '../model/index.ts'
import { jsonSchemaOf } from '../model/json-schema.ts'
import type { Site } from '../model/site.ts'
import { qualifiers, source } from '../model/sources.ts'
import { openedField } from './entry-format.ts'
import { fieldsOf } from './fields.ts'
import type { FormField, Vocabularies } from './fields.ts'
import { readingOf } from './reading.ts'
import type { Reading } from './reading.ts'

/** A course as the form needs it: its lessons live in its folder. */
interface CourseFolder {
  slug: string
  title: string
}

/** Everything `/admin/` reads from `config.json`. */
export interface AdminConfig {
  /** Configuration of the CMS. */
  cms: object
  /** How files are read and written, by the name a collection gives for its format. */
  formats: Record<string, { extension: 'md' | 'yaml'; reading: Reading }>
}

const labels = {
  ...statuses,
  ...provenances,
  ...qualifiers,
  ...consents,
  dots: '点（一个一点）',
  ring: '环（其中几个）',
  route: '线（走了多少）',
  peaks: '峰',
  rows: '垄',
  depth: '深',
  single: '单选题',
  multiple: '多选题',
  judge: '判断题',
  share: '全部和部分',
  counts: '几个数并列',
  bars: '条形比长短',
  structure: '组织关系',
  flow: '从一处到另一处',
  timeline: '时间线',
  steps: '步骤',
  dot: '点',
  bar: '条',
  report: '报道',
  law: '法律法规',
  standard: '标准',
  full: '全文',
  partial: '只读到一部分',
}

/** The whole configuration of the browser editor, made from the model: nothing in it is kept twice. */
export function adminConfig(site: Site, courses: readonly CourseFolder[]): AdminConfig {
  const vocabularies: Vocabularies = {
    topics: site.topics.map(({ name }) => name),
    series: site.series.map(({ name }) => name),
    measures: site.measures.map(({ name }) => name),
    labels,
  }
  const sourceSchema = jsonSchemaOf(source, '来源')
  const single = (
    [
      'cases',
      'videos',
      'people',
      'packs',
      'organizations',
      'topics',
      'terms',
      'charts',
      'pages',
    ] as const
  ).map((name) => folderOf(name, `content/${name}`, vocabularies))
  return {
    cms: {
      load_config_file: false,
      backend: backendOf(site),
      app_title: `${site.name}·编辑`,
      ...(site.url ? { site_url: site.url, display_url: site.url } : {}),
      media_folder: 'content/media',
      public_folder: '/media',
      slug: { encoding: 'ascii', clean_accents: true, lowercase: true },
      editor: { preview: false },
      output: { omit_empty_optional_fields: true },
      collections: [
        ...single,
        ...courses.flatMap((course) => [
          courseOf(course, vocabularies),
          lessonsOf(course, vocabularies),
        ]),
        {
          name: 'sources',
          label: '来源',
          folder: 'seeds',
          format: 'sources',
          create: true,
          delete: false,
          identifier_field: 'title',
          slug: '{{id}}',
          fields: [...fieldsOf(sourceSchema, vocabularies, 'source'), hidden],
        },
      ],
    },
    formats: {
      ...Object.fromEntries(
        collectionNames.map((name) => [
          name,
          { extension: 'md', reading: readingOf(jsonSchemaOf(collections[name].schema, name)) },
        ]),
      ),
      sources: { extension: 'yaml', reading: readingOf(sourceSchema) },
    },
  }
}

/** A file called `index` would lie over a course, or over the list of its collection. */
const slugPattern = ['^(?!index$)[a-z0-9-]+$', '只能用小写字母、数字和连字符，不能叫index。']
const coursesFolder = 'content/training'
const hidden = { name: openedField, label: '原文件', widget: 'hidden' }

function folderOf(name: CollectionName, folder: string, vocabularies: Vocabularies) {
  const { label, schema } = collections[name]
  return {
    name,
    label,
    folder,
    format: name,
    create: true,
    // An entry that readers may have linked to is withdrawn, not deleted.
    delete: false,
    identifier_field: 'title',
    slug: { editable: true, pattern: slugPattern },
    sortable_fields: ['date', 'title'],
    fields: [
      ...fieldsOf(jsonSchemaOf(schema, label), vocabularies).map(started),
      { name: 'body', label: '正文', widget: 'markdown', modes: ['raw'], required: false },
      hidden,
    ],
  }
}

/**
 * A course by itself: its file is the `index` of its lessons' folder. In a form of all courses the CMS
 * would take the slug from the whole path, and move the file when it is saved. A new course begins with
 * `npm run new`.
 */
function courseOf({ slug, title }: CourseFolder, vocabularies: Vocabularies) {
  return {
    ...folderOf('courses', `${coursesFolder}/${slug}`, vocabularies),
    name: `courses-${slug}`,
    label: `课程：${title}`,
    create: false,
    slug: '{{slug}}',
    // Only a course has a level, only a lesson takes minutes.
    filter: { field: 'level', pattern: '.' },
  }
}

/** A new entry begins as a draft of today. */
function started(field: FormField): FormField {
  if (field.name === 'status') return { ...field, default: 'draft' }
  if (field.name === 'date') return { ...field, default: '{{now}}' }
  return field
}

/** The lessons of a course; the course itself lies in the same folder, and takes no minutes of its own. */
function lessonsOf({ slug, title }: CourseFolder, vocabularies: Vocabularies) {
  return {
    ...folderOf('lessons', `${coursesFolder}/${slug}`, vocabularies),
    name: `lessons-${slug}`,
    label: `课时：${title}`,
    filter: { field: 'minutes', pattern: '^\\d+$' },
  }
}

/** Where the repository is; without one, only a folder on the editor's own machine can be opened. */
function backendOf({ admin }: Site): object {
  return admin?.backend ?? { name: 'github', repo: 'local/folder', branch: 'main' }
}

// What the extension says, without VS Code: it is tested with the project.

const folders = [
  'cases',
  'videos',
  'people',
  'packs',
  'organizations',
  'topics',
  'charts',
  'terms',
  'pages',
]

/** The name of the schema for a file by its path in the workspace; undefined when it is no entry. */
exports.schemaFor = (path) => {
  const [, folder = '', name = ''] = /^content\/([^/]+)\/(.+)\.md$/.exec(path) ?? []
  if (folder === 'training') return name.endsWith('/index') ? 'courses' : 'lessons'
  return folders.includes(folder) ? folder : undefined
}

/**
 * What may be written at a place: fields that are not there yet, or values of a field that has a list
 * of them. `from` is the column that an offer replaces from.
 */
exports.completionsAt = (schema, { lines, line, character }) => {
  if (!isInFrontMatter(lines, line)) return []
  const before = (lines[line] ?? '').slice(0, character)
  const [, lead, key, value] = /^( *(?:- +)?)([\w-]+): +([\w-]*)$/.exec(before) ?? []
  if (key !== undefined) {
    const field = propertiesOf(parentOf(schema, lines, line, lead.length))[key]
    return valuesOf(field).map((offer) => ({ ...offer, from: character - value.length }))
  }
  const [, start, dash = '', typed] = /^( *)(- +)?([\w-]*)$/.exec(before) ?? []
  if (typed === undefined) return []
  const depth = start.length + dash.length
  const parent = parentOf(schema, lines, line, depth)
  const there = namesBeside(lines, line, depth)
  const fields = Object.entries(propertiesOf(parent))
    .filter(([name]) => !there.has(name))
    .map(([name, field], index) => fieldOffer(name, field, { index, parent, depth }))
  const values = dash ? valuesOf(parent) : []
  return [...fields, ...values].map((offer) => ({ ...offer, from: character - typed.length }))
}

/** What the field at a place is, as Markdown; undefined where there is none. */
exports.hoverAt = (schema, { lines, line, character }) => {
  if (!isInFrontMatter(lines, line)) return undefined
  const { key, lead } = read(lines[line])
  if (key === undefined || character > lead + key.length) return undefined
  const parent = parentOf(schema, lines, line, lead)
  const field = propertiesOf(parent)[key]
  return field && helpOf(key, field, isRequired(parent, key))
}

function isInFrontMatter(lines, line) {
  if (lines[0] !== '---' || line === 0) return false
  const end = lines.indexOf('---', 1)
  return end === -1 || line < end
}

/** A line's parts: where it starts, where its text does after a dash, its key, whether more follows below. */
function read(text = '') {
  const [, start = '', dash = '', key, rest = ''] = /^( *)(- +)?(?:([\w-]+):(.*))?/.exec(text) ?? []
  const isBlank = text.trim() === '' || /^ *#/.test(text)
  const isOpen = key !== undefined && rest.trim() === ''
  return { start: start.length, lead: start.length + dash.length, dash, key, isOpen, isBlank }
}

/** The schema of what a line at a depth belongs to, found along the keys above it. */
function parentOf(schema, lines, line, depth) {
  const keys = []
  const here = read(lines[line])
  // The column at which a key that holds this place may stand at most: of a list it is the dash's.
  let most = here.dash ? here.start : depth - 1
  for (let at = line - 1; at > 0 && most >= 0; at--) {
    const above = read(lines[at])
    if (above.isBlank) continue
    if (above.isOpen && above.lead <= most) keys.unshift(above.key)
    else if (!(above.dash && above.lead === most + 1)) continue
    most = above.dash ? above.start : above.lead - 1
  }
  return keys.reduce((found, key) => itemOf(propertiesOf(found)[key]), schema)
}

const itemOf = (schema) => (schema?.type === 'array' ? schema.items : schema) ?? {}

/** Every property of an object, or of any of the objects that may stand there. */
function propertiesOf(schema) {
  const kinds = schema?.oneOf ?? schema?.anyOf ?? []
  return Object.assign({}, ...kinds.map(propertiesOf), schema?.properties)
}

function isRequired(schema, name) {
  const kinds = schema.oneOf ?? schema.anyOf ?? [schema]
  return kinds.every(({ required = [] }) => required.includes(name))
}

/** Names of the fields that the same object has already. */
function namesBeside(lines, line, depth) {
  const names = new Set()
  for (const step of [-1, 1])
    for (let at = line + step; at > 0 && at < lines.length && lines[at] !== '---'; at += step) {
      const { start, lead, dash, key, isBlank } = read(lines[at])
      if (isBlank) continue
      if (step > 0 && dash && start < depth) break
      if (lead === depth && key !== undefined) names.add(key)
      if (start < depth) break
    }
  return names
}

function fieldOffer(name, field, { index, parent, depth }) {
  const isNeeded = isRequired(parent, name)
  const below = `\n${' '.repeat(depth + 2)}`
  const value = { array: `${below}- $0`, object: `${below}$0` }[field.type] ?? ' $0'
  return {
    label: name,
    title: field.title ?? '',
    insert: `${name}:${value}`,
    help: helpOf(name, field, isNeeded),
    isField: true,
    order: `${isNeeded ? 0 : 1}${String(index).padStart(3, '0')}`,
  }
}

function valuesOf(schema) {
  const values = schema?.enum ?? (schema?.type === 'boolean' ? ['true', 'false'] : [])
  const help = schema?.description ?? ''
  return values.map(String).map((value, index) => ({
    label: value,
    // The description names them: `draft 草稿、published 已发布`.
    title:
      help
        .split(/[、。]/)
        .find((part) => part.startsWith(`${value} `))
        ?.slice(value.length + 1) ?? '',
    insert: value,
    help,
    isField: false,
    order: String(index).padStart(3, '0'),
  }))
}

function helpOf(name, field, isNeeded) {
  const unit = field.type === 'array' ? '项' : '个字'
  const [least = 0, most] = [field.minLength ?? field.minItems, field.maxLength ?? field.maxItems]
  const range = [
    ...(least > 1 ? [`至少${least}${unit}`] : []),
    ...(most ? [`最多${most}${unit}`] : []),
  ]
  const said = [field.description, range.length > 0 ? `${range.join('，')}。` : undefined]
  const head = `**${field.title ?? name}**（${isNeeded ? '必填' : '选填'}）`
  return [head, ...said.filter((part) => part !== undefined)].join('\n\n')
}

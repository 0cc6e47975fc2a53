import { z } from 'zod'
import { invisible } from './characters.ts'
import { openFiles, openText, withdrawnList } from './open-data.ts'

/** Beyond these a value is no portal's: of strings in characters, of lists in items. */
const longest = 20_000
const most = 1_000

/** Whatever hides text, turns its direction, or is half of a character. */
const unplain = new RegExp(`${invisible.source}|[\\p{Bidi_Control}\\p{Cs}]`, 'u')

/**
 * A schema of the open data as it is read from others: fields it does not know are left out, every
 * string shows what it says, and no string and no list inside an item is endless.
 */
function foreign<Schema extends z.ZodType>(schema: Schema): Schema {
  // Each schema is replaced by one of its own class that checks more.
  return strict(schema, { lists: mostItems }) as Schema
}

/** Items of a list that a portal may publish. */
const mostItems: Readonly<Record<string, number>> = {
  cases: 20_000,
  facts: 200_000,
  sources: 50_000,
  texts: 20_000,
  withdrawn: 50_000,
}

/** `lists` says how many items the schema's own lists may have, `items` how many it may have itself. */
interface Most {
  items?: number | undefined
  lists?: Readonly<Record<string, number>>
}

function strict(schema: z.core.$ZodType, { items = most, lists = {} }: Most = {}): z.core.$ZodType {
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries<z.core.$ZodType>(schema.def.shape).map(([name, field]) => [
      name,
      strict(field, { items: lists[name] }),
    ])
    return schema.clone({ ...schema.def, catchall: undefined, shape: Object.fromEntries(shape) })
  }
  if (schema instanceof z.ZodArray) {
    const list = schema.clone({ ...schema.def, element: strict(schema.def.element) })
    return list.max(items, `不能超过 ${items} 项。`)
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.def.options.map((option) => strict(option, { items }))
    return schema.clone({ ...schema.def, options })
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return schema.clone({
      ...schema.def,
      innerType: strict(schema.def.innerType, { items }),
    } as never)
  if (schema instanceof z.ZodNullable)
    return schema.clone({ ...schema.def, innerType: strict(schema.def.innerType, { items }) })
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat)
    return schema
      .max(longest, `不能超过 ${longest} 个字。`)
      .refine((value) => !unplain.test(value), '里面有看不见的字符，或者改变文字方向的字符。')
  return schema
}

/** An item that stands twice in a list would be shown once, and nobody could say which. */
function once<Name extends string, Key extends string>(name: Name, key: Key) {
  return (value: Record<Name, readonly Record<Key, string>[]>, context: z.RefinementCtx) => {
    const seen = new Set<string>()
    for (const [index, { [key]: id }] of value[name].entries()) {
      if (seen.has(id))
        context.addIssue({
          code: 'custom',
          path: [name, index, key],
          message: '这个编号写了两次。',
        })
      seen.add(id)
    }
  }
}

/** Files of a portal as others read them; `text` is one of the many that stand in a file there. */
export const collectedFiles = {
  cases: foreign(openFiles.cases).superRefine(once('cases', 'path')),
  facts: foreign(openFiles.facts).superRefine(once('facts', 'id')),
  sources: foreign(openFiles.sources).superRefine(once('sources', 'id')),
  texts: foreign(openFiles.texts).superRefine(once('texts', 'path')),
  text: foreign(openText),
  withdrawn: foreign(withdrawnList),
}

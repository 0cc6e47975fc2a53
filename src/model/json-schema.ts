import { z } from 'zod'
import { line } from './fields.ts'

export type JsonSchema = z.core.JSONSchema.BaseSchema

const anyLine = z.toJSONSchema(line).pattern

/**
 * A schema of the model as JSON Schema 2020-12, for editors that complete and check front matter.
 * What a field may look like stands in its description, in the words of the model's own messages.
 */
export function jsonSchemaOf(schema: z.ZodType, title: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (jsonSchema.pattern === anyLine) return
      const said = jsonSchema.description ?? ''
      const forms = formsOf(zodSchema._zod.def).filter((form) => !said.includes(form))
      if (said || forms.length > 0) jsonSchema.description = said + forms.join('')
    },
  })
  return { $schema, title, ...rest }
}

/** What the messages of a type and its checks say of its form: `写成 YYYY-MM-DD`. */
function formsOf(def: z.core.$ZodTypeDef): string[] {
  const checks = def.checks?.map((check) => check._zod.def) ?? []
  const own = [def, ...checks].flatMap(({ error }) => {
    // The model's messages are constants: no issue of any kind is looked at, and none exists here.
    const said = error?.({} as never)
    return (typeof said === 'string' ? said : said?.message) ?? []
  })
  const forms = own.filter((text) => /^(要写|只能用)/.test(text))
  return [...forms.map((text) => text.replace(/^要/, '')), ...innerForms(def)]
}

/** An optional field is written as the field inside it is; one that may be null has two forms. */
function innerForms(def: z.core.$ZodTypeDef): string[] {
  return def.type !== 'nullable' && 'innerType' in def && def.innerType instanceof z.ZodType
    ? formsOf(def.innerType._zod.def)
    : []
}

import { fileOf } from '../content/address.ts'
import type { FormField } from '../model/form.ts'
import { formOf } from '../model/form.ts'
import { collectionNames, collections } from '../model/index.ts'
import type { CollectionName } from '../model/index.ts'
import { source } from '../model/sources.ts'
import type { Collection, Starter } from '../model/collection.ts'

/** One kind of file an editor can begin: a collection's, or a source. */
export interface Kind {
  /** What is written after `npm run new --`: `case`. */
  name: string
  label: string
  fields: FormField[]
  starter: Starter
  /** Where its file lies. */
  fileOf: (slug: string) => string
  /** Sources are YAML; everything else is Markdown with front matter. */
  isSource: boolean
}

type Registry = Readonly<Record<CollectionName, Collection>>

/** Every kind there is, from the registry of collections. */
export function kindsOf(registry: Registry = collections): Kind[] {
  const entries = collectionNames.map((name): Kind => {
    const { label, schema, starter } = registry[name]
    return {
      name: name.replace(/s$/, ''),
      label,
      fields: formOf(schema),
      starter,
      fileOf: (slug) => fileOf(name, slug),
      isSource: false,
    }
  })
  const seeds: Kind = {
    name: 'source',
    label: '来源',
    fields: formOf(source),
    starter: { body: '' },
    fileOf: (slug) => `seeds/${slug}.yaml`,
    isSource: true,
  }
  return [...entries, seeds]
}

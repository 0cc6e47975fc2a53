import { placeholder } from '../model/placeholder.ts'
import { kindsOf } from '../scaffold/kinds.ts'
import { newFile } from '../scaffold/scaffold.ts'
import type { NewFile } from '../scaffold/scaffold.ts'
import type { ReadDocument } from './blocks.ts'

/** The source of a draft, with the facts that its text offers. */
export function sourceFile(
  { slug, title, today }: { slug: string; title: string; today: string },
  meta: ReadDocument['meta'],
  facts: readonly unknown[],
): NewFile {
  const kind = kindsOf().find(({ isSource }) => isSource)
  if (!kind) throw new Error('The kinds hold no source.')
  const url = URL.canParse(meta.url ?? '') ? meta.url : placeholder.url
  const { publisher, published, author, editor } = clean(meta)
  const values = {
    title,
    publisher,
    published,
    author,
    editor,
    url,
    accessed: today,
    quality: 'full',
    facts,
  }
  const known = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  )
  return newFile({ kind, slug, values: known, today, brief: true })
}

function clean(meta: ReadDocument['meta']): ReadDocument['meta'] {
  const one = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return Object.fromEntries(Object.entries(meta).map(([key, text]) => [key, one(text)]))
}

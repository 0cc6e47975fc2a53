import type { Element } from '../../documents/tree.ts'

/** The declarations of an element's own style, names in lower case; the last of a name counts. */
export function styleOf({ attributes }: Element): ReadonlyMap<string, string> {
  const declarations = (attributes.style ?? '').split(/;(?![^(]*\))/)
  return new Map(
    declarations.flatMap((declaration): [string, string][] => {
      const [, name, value] =
        /^\s*([\w-]+)\s*:\s*([\s\S]*?)\s*(?:!important)?\s*$/i.exec(declaration) ?? []
      return name && value ? [[name.toLowerCase(), value.toLowerCase()]] : []
    }),
  )
}

/** Addresses of the pictures an element has behind its content. */
export function backgroundsOf({ attributes }: Element): string[] {
  const style = attributes.style ?? ''
  if (!style.includes('url(')) return []
  return [...style.matchAll(/url\(\s*["']?(?:&quot;)?((?:https?:)?\/\/[^"')&\s]+)/gi)].map(
    ([, address = '']) => address,
  )
}

import { Parser } from 'htmlparser2'

/** An element of XML or HTML, as little of it as reading needs. */
export interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
  children: Node[]
}
export type Node = Element | string

/** Nesting that is kept, so that no walk overflows; text that lies deeper joins the element at this depth. */
const deepest = 256

/** Prefixes by the end of a namespace's address, whatever a file calls it: transitional and strict alike. */
const prefixes: [RegExp, string][] = [
  [/wordprocessingml(\/\d+)?\/(main)$/, 'w'],
  [/relationships$/, 'r'],
  [/drawingml(\/\d+)?\/main$/, 'a'],
  [/wordprocessingDrawing$/, 'wp'],
  [/officeDocument\/(2006\/)?math$/, 'm'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/drawingml(\/2006)?\/chart$/, 'c'],
  [/drawing\/2014\/chartex$/, 'cx'],
  [/schemas-microsoft-com:vml$/, 'v'],
  [/schemas-microsoft-com:office:office$/, 'o'],
]

/** Parse XML; elements of Office's namespaces carry their usual prefix. Never throws. */
export function parseXml(text: string): Element {
  const usual = new Map<string, string>()
  const names = new Map<string, string>()
  const nameOf = (name: string): string => {
    const known = names.get(name)
    if (known !== undefined) return known
    const colon = name.indexOf(':')
    const prefix = usual.get(colon < 0 ? '' : name.slice(0, colon))
    const named = prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`
    names.set(name, named)
    return named
  }
  return build(text, true, (name, attributes) => {
    const named: Record<string, string> = {}
    for (const key in attributes)
      if (key.startsWith('xmlns')) declare(usual, names, key, attributes[key] ?? '')
    // An attribute without a prefix has no namespace; those of saving sessions say nothing.
    for (const key in attributes)
      if (!key.includes(':rsid'))
        named[key.includes(':') ? nameOf(key) : key] = attributes[key] ?? ''
    return { name: nameOf(name), attributes: named }
  })
}

/** Remember what a file calls a namespace. */
function declare(
  usual: Map<string, string>,
  names: Map<string, string>,
  key: string,
  address: string,
): void {
  const found = prefixes.find(([pattern]) => pattern.test(address))?.[1]
  if (found === undefined || usual.get(key.slice(6)) === found) return
  usual.set(key.slice(6), found)
  names.clear()
}

/** Parse HTML as browsers close it. Never throws. */
export function parseHtml(text: string): Element {
  return build(text, false, (name, attributes) => ({ name, attributes }))
}

type Naming = (
  name: string,
  attributes: Record<string, string>,
) => Pick<Element, 'name' | 'attributes'>

function build(text: string, xml: boolean, naming: Naming): Element {
  const root: Element = { name: '#root', attributes: {}, children: [] }
  const open: Element[] = [root]
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > deepest) return void (root.attributes = { tooDeep: 'true' })
        const element = { ...naming(name, attributes), children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      onclosetag() {
        if (depth <= deepest && open.length > 1) open.pop()
        depth -= 1
      },
      ontext(data) {
        const siblings = open.at(-1)?.children
        const last = siblings?.at(-1)
        if (siblings && typeof last === 'string') siblings[siblings.length - 1] = last + data
        else siblings?.push(data)
      },
    },
    { xmlMode: xml, decodeEntities: true, recognizeCDATA: true },
  )
  parser.end(text)
  return root
}

/** Whether a tree has more levels than were kept. */
export function isTooDeep(root: Element): boolean {
  return root.attributes.tooDeep !== undefined
}

/** Whether a node is an element, of this name when one is given. */
export function isElement(node: Node | undefined, name?: string): node is Element {
  return typeof node === 'object' && (name === undefined || node.name === name)
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((node): node is Element => isElement(node, name))
}

export function childrenOf(element: Element | undefined, name: string): Element[] {
  return element?.children.filter((node): node is Element => isElement(node, name)) ?? []
}

/** The first element of a name anywhere below, in document order. */
export function within(element: Element | undefined, name: string): Element | undefined {
  for (const node of descendants(element)) if (node.name === name) return node
  return undefined
}

/** Every element below, in document order. */
export function* descendants(element: Element | undefined): Generator<Element> {
  const waiting: Node[] = element ? [...element.children].reverse() : []
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') continue
    yield node
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (typeof child === 'object') waiting.push(child)
    }
  }
}

/** All text below an element. */
export function textOf(node: Node | undefined): string {
  if (node === undefined) return ''
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}

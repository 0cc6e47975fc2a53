/**
 * Methods of the language that our scripts use and engines of the promise may lack, as ECMAScript
 * defines them for what we pass. Fetched only where one is missing; `src/engines/lint-scripts.ts`
 * allows these names and no others. A library of polyfills would be the larger part of a page.
 */

type Method = (this: never, ...values: never[]) => unknown

function at<Item>(this: ArrayLike<Item>, index: number): Item | undefined {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

function replaceAll(
  this: string,
  found: string | RegExp,
  by: string | ((match: string) => string),
): string {
  if (typeof found !== 'string' && !found.flags.includes('g'))
    throw new TypeError('replaceAll needs a global expression')
  const pattern =
    typeof found === 'string'
      ? new RegExp(found.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'g')
      : found
  // The overloads of `replace` are one by one.
  return typeof by === 'string' ? this.replace(pattern, by) : this.replace(pattern, by)
}

function fromEntries<Value>(entries: Iterable<readonly [PropertyKey, Value]>) {
  const made: Record<PropertyKey, Value> = {}
  for (const [key, value] of entries)
    Object.defineProperty(made, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    })
  return made
}

function replaceChildren(this: ParentNode & Node, ...nodes: (Node | string)[]): void {
  while (this.firstChild) this.removeChild(this.firstChild)
  this.append(...nodes)
}

/** Where each belongs. */
export const polyfills: readonly (readonly [owner: object, name: string, method: Method])[] = [
  [Array.prototype, 'at', at],
  [String.prototype, 'at', at],
  [String.prototype, 'replaceAll', replaceAll],
  [Object, 'fromEntries', fromEntries],
  ...(typeof Element === 'function'
    ? ([
        [Element.prototype, 'replaceChildren', replaceChildren],
        [Document.prototype, 'replaceChildren', replaceChildren],
        [DocumentFragment.prototype, 'replaceChildren', replaceChildren],
      ] as const)
    : []),
]

for (const [owner, name, value] of polyfills) if (!(name in owner)) define(owner, name, value)
if (typeof globalThis === 'undefined') define(window, 'globalThis', window)

function define(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, configurable: true, writable: true })
}

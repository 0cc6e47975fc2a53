/** What a draft holds where its editor has still to decide; nothing published may hold it. */
export const placeholder = {
  /** Opens a gap in a text: `【待补：标题】`. */
  mark: '【待补',
  /** A name that stands for an organisation, source or lesson to be chosen. */
  slug: 'todo',
  /** A fact to be chosen. */
  fact: 'todo-f1',
  /** An address that leads nowhere, under a top-level domain reserved for that: RFC 2606. */
  url: 'https://todo.invalid/todo',
} as const

/** A gap in a text, with what belongs there. */
export function gap(what: string): string {
  return `${placeholder.mark}：${what}】`
}

/** Whether a text, a name or an address is still to be filled in. */
export function isPlaceholder(value: string): boolean {
  return value === placeholder.slug || value.includes(placeholder.mark) || value === placeholder.url
}

/** What stands in a sample value of `site.yaml`: `示例单位（请换成主办单位）`. */
export const sampleMark = /（请换成([^（）\n]*)）/g

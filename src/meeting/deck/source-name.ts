/** How a slide names a source: publisher, day, place in it. */
export function sourceName(publisher: string, published: string, place?: string): string {
  return [publisher, published, place].filter(Boolean).join('，')
}

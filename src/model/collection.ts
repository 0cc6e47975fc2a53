import type { z } from 'zod'

/** What one kind of entry is: where its files live, what its front matter holds. */
export interface Collection<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  name: Name
  /** What readers and editors call it. */
  label: string
  schema: Schema
}

export function defineCollection<Name extends string, Schema extends z.ZodType>(
  collection: Collection<Name, Schema>,
): Collection<Name, Schema> {
  return collection
}

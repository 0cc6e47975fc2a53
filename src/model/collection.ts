import type { z } from 'zod'

/** What one kind of entry is: where its files live, what its front matter holds. */
export interface Collection<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  name: Name
  /** What readers and editors call it. */
  label: string
  schema: Schema
  /** What a new file of it begins with. */
  starter: Starter
}

export interface Starter {
  /** The text below the front matter; `【待补：…】` marks what is to be written. */
  body: string
  /** Optional fields that most files have, written out and not only offered. */
  fields?: readonly string[]
}

export function defineCollection<Name extends string, Schema extends z.ZodType>(
  collection: Collection<Name, Schema>,
): Collection<Name, Schema> {
  return collection
}

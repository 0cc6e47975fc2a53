import type { z } from 'zod'
import { cases } from './cases.ts'
import { charts } from './charts.ts'
import { organizations } from './organizations.ts'
import { packs } from './packs.ts'
import { pages } from './pages.ts'
import { people } from './people.ts'
import { terms } from './terms.ts'
import { topics } from './topics.ts'
import { courses, lessons } from './training.ts'
import { videos } from './videos.ts'

/** Every collection there is; parser, types, forms and tables derive from it. */
export const collections = {
  cases,
  videos,
  people,
  courses,
  lessons,
  packs,
  organizations,
  topics,
  terms,
  charts,
  pages,
}

export type CollectionName = keyof typeof collections
export type DataOf<Name extends CollectionName> = z.infer<(typeof collections)[Name]['schema']>
// Object.keys loses the literal types of the registry above.
export const collectionNames = Object.keys(collections) as CollectionName[]

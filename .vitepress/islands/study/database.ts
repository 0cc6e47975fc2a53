import type { DBSchema } from 'idb'
import type { Activity, PagePlace } from '../../../src/study/activity.ts'
import type { DatabaseShape } from '../storage/open-database.ts'

export interface StudySchema extends DBSchema {
  activities: { key: string; value: Activity; indexes: { page: string; at: string; after: string } }
  places: { key: string; value: PagePlace }
}

/**
 * A step is never changed once released. Promise to older code in another tab or on an older page:
 * `activities` by `id` and `places` by `page` stay, so it may go on adding to them.
 */
export const studyDatabase: DatabaseShape<StudySchema> = {
  name: 'chaotou-study',
  lasting: ['activities', 'places'],
  steps: [
    (database) => {
      database.createObjectStore('activities', { keyPath: 'id' }).createIndex('page', 'page')
      database.createObjectStore('places', { keyPath: 'page' })
    },
    // The front page asks for what was done last.
    (_, transaction) => transaction.objectStore('activities').createIndex('at', 'at'),
    // Whoever adds looks for what came last.
    (_, transaction) => transaction.objectStore('activities').createIndex('after', 'after'),
  ],
}

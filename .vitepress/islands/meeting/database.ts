import type { DBSchema } from 'idb'
import type { DatabaseShape } from '../storage/open-database.ts'

export interface MeetingSchema extends DBSchema {
  /** As it was written, by this release or a later one: read through `siftMeetings`. */
  meetings: { key: string; value: { id: string } }
}

/** A step is never changed once released. Promise to older pages: `meetings` by `id` stays. */
export const meetingDatabase: DatabaseShape<MeetingSchema> = {
  name: 'chaotou-meetings',
  lasting: ['meetings'],
  steps: [(database) => database.createObjectStore('meetings', { keyPath: 'id' })],
}

/** What a field may name instead of saying. */
export type ReferenceKind =
  'organization' | 'topic' | 'series' | 'measure' | 'source' | 'entry' | 'lesson' | 'media'

/** Fields of entries that name something else, as dotted paths; `*` stands for every item of a list. */
export const referenceFields: Record<ReferenceKind, string[]> = {
  organization: ['organizations.*', 'unit', 'parent'],
  topic: ['topics.*'],
  series: ['series'],
  measure: ['measures.*.name'],
  source: ['sources.*'],
  entry: [
    'related.*',
    'near.*',
    'entries.*',
    'film',
    'attachments.*.alternative',
    'agenda.*.entries.*',
    'questions.*.entry',
    'materials.*',
  ],
  lesson: ['lessons.*'],
  media: [
    'cover.image',
    'audio.file',
    'audio.captions',
    'attachments.*.file',
    'file',
    'small',
    'upright',
    'poster',
    'captions',
    'chapters',
  ],
}

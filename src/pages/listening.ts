import { mediaFile } from '../content/address.ts'
import type { Entry, Library } from '../content/library.ts'
import { charactersAMinute, readingMinutes } from '../content/reading-time.ts'
import { listeningMinutes } from '../speech/place.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'
import { clock } from './time.ts'

/** What a page needs to be read aloud. */
export interface Listening {
  minutes: number
  /** The lesson that a course goes on with. */
  next?: Link
  /** A recording of somebody who reads it, which stands in the voice's place; `sentences` times what is read. */
  recorded?: { file: string; reader: string; length: string; sentences?: string }
}

/** A text of a page's own, such as a transcript. */
export function listeningTo(text: string): Listening {
  return { minutes: listeningMinutes(text.length) }
}

const heard: readonly Entry['collection'][] = ['cases', 'lessons', 'people', 'pages', 'videos']

/** How long an entry's text takes to be read aloud; undefined for what is looked up and not read. */
export function listeningOf(library: Library, entry: Entry): Listening | undefined {
  if (!heard.includes(entry.collection)) return undefined
  const { audio } = entry.data
  const media = audio && library.media.get(mediaFile(entry, audio.file))
  const sentences = audio?.captions && mediaFile(entry, audio.captions)
  return {
    // Of its reading time: pages are kept by that, and not by every character.
    minutes: listeningMinutes(readingMinutes(entry.body.characters) * charactersAMinute),
    ...(media
      ? {
          recorded: {
            file: href(library, media.url),
            reader: audio.reader,
            length: clock(audio.duration),
            ...(sentences && library.captions.has(sentences)
              ? { sentences: href(library, sentences.replace(/^content/, '')) }
              : {}),
          },
        }
      : {}),
  }
}

import { alignedWith } from '../../../src/speech/alignment.ts'
import listeningStyles from '../../theme/styles/listening.css?url&no-inline'
import { loadStyleSheet } from '../style-sheet.ts'
import { Follower } from './follow.ts'
import { ReadingMark } from './mark.ts'
import { passagesOf } from './passages.ts'

/** While the recording plays, mark the sentence that its track says is read, and keep it in view. */
export async function markWhatIsRead(
  audio: HTMLAudioElement,
  element: HTMLTrackElement,
): Promise<void> {
  const { track } = element
  const sentences = passagesOf(document).flatMap((passage) =>
    passage.sentences.map((sentence) => ({
      ...{ passage, sentence },
      text: sentence.ranges.map(({ node, from, to }) => node.data.slice(from, to)).join(''),
    })),
  )
  const mark = new ReadingMark()
  const follower = new Follower(audio)
  const texts = sentences.map(({ text }) => text)
  let places: (number | undefined)[] = []
  const show = () => {
    const cues = Array.from(track.cues ?? [])
    const [active] = Array.from(track.activeCues ?? [])
    if (audio.ended) return mark.clear()
    if (!active) return
    // A browser may hand cues over while it still reads the file.
    if (places.length !== cues.length) places = alignedWith(texts, cues.map(textOf))
    const read = sentences[places[cues.indexOf(active)] ?? -1]
    if (!read) return mark.clear()
    follower.show(mark.show(read.passage, read.sentence))
  }
  await loadStyleSheet(listeningStyles)
  track.addEventListener('cuechange', show)
  audio.addEventListener('ended', show)
  // Loads the cues without showing them: a recording has no picture to show them on.
  track.mode = 'hidden'
  show()
}

function textOf(cue: TextTrackCue): string {
  return 'text' in cue && typeof cue.text === 'string' ? cue.text : ''
}

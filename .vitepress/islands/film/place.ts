import { isWatched } from '../../../src/study/attention.ts'
import { isRecorded } from '../study/recorded.ts'

/** Seconds between two notes of where a playing film stands. */
const pace = 5
/** Seconds at either end that are not worth coming back to. */
const edge = 5

type Study = typeof import('../study/record.ts')

/** The record; undefined where it cannot be fetched, as on a page that is being left. */
const study = (): Promise<Study | undefined> => import('../study/record.ts').catch(() => undefined)

/** Keep in the study record where the film stands, and that it was watched to its end. */
export function keepPlaceOf(video: HTMLVideoElement, length: number): void {
  let kept = -pace
  let before: number | undefined
  const spentWith = async ({ placeHere }: Study) => {
    before ??= isRecorded() ? ((await placeHere())?.spent ?? 0) : 0
    return before + secondsOf(video.played)
  }
  const keep = async () => {
    const seconds = video.currentTime
    kept = seconds
    const record = await study()
    if (!record) return
    const spent = await spentWith(record)
    await record.keepPlace({ portion: Math.min(1, seconds / length), seconds, spent })
  }
  video.addEventListener('timeupdate', () => {
    if (!video.paused && Math.abs(video.currentTime - kept) >= pace) void keep()
  })
  video.addEventListener('pause', () => void keep())
  video.addEventListener('ended', async () => {
    const record = await study()
    if (!record || !isWatched(await spentWith(record), length)) return
    await record.record({ verb: 'watched' })
    document.dispatchEvent(new Event('chaotou:studied'))
  })
}

/** Seconds of a film that were played on this page, each once. */
function secondsOf(played: TimeRanges): number {
  return Array.from(
    { length: played.length },
    (_, part) => played.end(part) - played.start(part),
  ).reduce((sum, seconds) => sum + seconds, 0)
}

/** Where the reader stopped on this device, in seconds; undefined when there is nothing to go on with. */
export async function whereStopped(length: number): Promise<number | undefined> {
  if (!isRecorded()) return undefined
  const record = await study()
  const seconds = (await record?.placeHere())?.seconds
  return seconds !== undefined && seconds > edge && seconds < length - edge ? seconds : undefined
}

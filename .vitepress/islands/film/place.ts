import { isRecorded } from '../study/recorded.ts'

/** Seconds between two notes of where a playing film stands. */
const pace = 5
/** Seconds at either end that are not worth coming back to. */
const edge = 5

const study = () => import('../study/record.ts')

/** Keep in the study record where the film stands, and that it was seen to its end. */
export function keepPlaceOf(video: HTMLVideoElement, length: number): void {
  let kept = -pace
  const keep = async () => {
    const seconds = video.currentTime
    kept = seconds
    const { keepPlace } = await study()
    await keepPlace({ portion: Math.min(1, seconds / length), seconds })
  }
  video.addEventListener('timeupdate', () => {
    if (!video.paused && Math.abs(video.currentTime - kept) >= pace) void keep()
  })
  video.addEventListener('pause', () => void keep())
  video.addEventListener('ended', () => {
    void study().then(({ record }) => record({ verb: 'watched' }))
  })
}

/** Where the reader stopped on this device, in seconds; undefined when there is nothing to go on with. */
export async function whereStopped(length: number): Promise<number | undefined> {
  if (!isRecorded()) return undefined
  const { placeHere } = await study()
  const seconds = (await placeHere())?.seconds
  return seconds !== undefined && seconds > edge && seconds < length - edge ? seconds : undefined
}

type Sound = 'buzz' | 'right' | 'wrong' | 'time'

/** Notes of each sound, in hertz, one after another. */
const notes: Readonly<Record<Sound, readonly number[]>> = {
  buzz: [880],
  right: [660, 880],
  wrong: [220],
  time: [440, 440],
}
const noteSeconds = 0.16

let context: AudioContext | undefined

/** Let a short sound be heard; where the browser makes none, nothing happens. */
export function play(sound: Sound): void {
  if (!('AudioContext' in window)) return
  context ??= new AudioContext()
  const now = context.currentTime
  for (const [index, frequency] of notes[sound].entries()) {
    const oscillator = context.createOscillator()
    const gain = context.createGain()
    const from = now + index * noteSeconds
    oscillator.frequency.value = frequency
    gain.gain.setValueAtTime(0.15, from)
    gain.gain.exponentialRampToValueAtTime(0.001, from + noteSeconds)
    oscillator.connect(gain).connect(context.destination)
    oscillator.start(from)
    oscillator.stop(from + noteSeconds)
  }
}

/** A cue to write: seconds, and its lines as plain text. */
export interface WrittenCue {
  /** Its identifier, where it has one. */
  id?: string | undefined
  start: number
  end: number
  lines: readonly string[]
}

/** A WebVTT file of plain cues. Source: https://www.w3.org/TR/webvtt1/#syntax */
export function webvttOf(cues: readonly WrittenCue[], notes: readonly string[] = []): string {
  const blocks = cues.map(({ id, start, end, lines }) =>
    [...(id ? [id] : []), `${timestamp(start)} --> ${timestamp(end)}`, ...lines.map(escape)].join(
      '\n',
    ),
  )
  return `${['WEBVTT', ...notes.map((note) => `NOTE ${note}`), ...blocks].join('\n\n')}\n`
}

/** Seconds as WebVTT writes them: 75.5 → 00:01:15.500. */
function timestamp(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const rest = ((milliseconds % 60_000) / 1000).toFixed(3).padStart(6, '0')
  return `${two(milliseconds / 3_600_000)}:${two((milliseconds / 60_000) % 60)}:${rest}`
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

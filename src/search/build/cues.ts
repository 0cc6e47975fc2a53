/** Cues of a WebVTT file. Build time. Source of the format: https://www.w3.org/TR/webvtt1/ */

export interface Cue {
  /** Seconds. */
  start: number
  text: string
}

const timing = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})[ \t]+-->/u

function plain(lines: string[]): string {
  return lines
    .join('')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .trim()
}

/** Cues in the order of the file; what is no cue is passed over. */
export function readCues(vtt: string): Cue[] {
  return vtt
    .replaceAll(/\r\n?/gu, '\n')
    .split(/\n{2,}/u)
    .flatMap((block) => {
      const lines = block.split('\n')
      const at = lines.findIndex((line) => timing.test(line))
      const match = timing.exec(lines[at] ?? '')
      if (!match) return []
      const [, hours = '0', minutes = '0', seconds = '0'] = match
      const start = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
      const text = plain(lines.slice(at + 1))
      return text ? [{ start, text }] : []
    })
}

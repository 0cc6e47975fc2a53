/**
 * Where an address says a film starts, in seconds: `?t=126`, `#t=02:06`, `#t=1:02:06`, `#t=126,140`,
 * `?t=2m6s`. The fragment wins. Source of the form: W3C Media Fragments URI 1.0, 4.2.1.
 */
export function startOf(search: string, hash: string): number | undefined {
  const written =
    new URLSearchParams(hash.replace(/^#/, '')).get('t') ?? new URLSearchParams(search).get('t')
  return written === null ? undefined : secondsOf(written)
}

function secondsOf(written: string): number | undefined {
  const [first = ''] = written.trim().replace(/^npt:/, '').split(',')
  const spoken = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?$/.exec(first)
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:\.\d+)?)$/.exec(first)
  const [, hours = '0', minutes = '0', seconds = '0'] = clock ?? spoken ?? []
  if (first === '' || !(clock ?? spoken)) return undefined
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

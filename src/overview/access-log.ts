/** One request of a host's access log; who asked is not in it. */
export interface LoggedRequest {
  method: string
  /** As it was asked: `/search.html?q=%E5%85%9A`. */
  address: string
  status: number
  /** Whether a program asked that says so. */
  isRobot: boolean
  /** `YYYY-MM-DD` as the host has it, where it is written. */
  day?: string
}

const robot =
  /bot\b|bot\/|spider|crawl|slurp|curl|wget|python|java\/|go-http|headless|monitor|probe/i
const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/**
 * A line of an access log: nginx, Apache and Caddy's common and combined formats, logs of object storage
 * and CDNs that quote the request the same way, and JSON lines. Undefined for any other line.
 */
export function readLogLine(line: string): LoggedRequest | undefined {
  return line.startsWith('{') ? fromJson(line) : fromText(line)
}

function fromText(line: string): LoggedRequest | undefined {
  const [request, method = '', address = '', status] =
    /"([A-Z]+) (\S+)(?: HTTP\/[\d.]+)?" (\d{3})\b/.exec(line) ?? []
  if (request === undefined) return undefined
  const rest = line.slice(line.indexOf(request) + request.length)
  const [, date = '', month = '', year = ''] =
    /\[(\d{1,2})\/([A-Z][a-z]{2})\/(\d{4}):/.exec(line) ?? []
  const number = months.indexOf(month) / 3 + 1
  return {
    method,
    address: pathOf(address),
    status: Number(status),
    isRobot: robot.test(rest),
    ...(year ? { day: `${year}-${padded(number)}-${padded(Number(date))}` } : {}),
  }
}

function padded(number: number): string {
  return String(number).padStart(2, '0')
}

function fromJson(line: string): LoggedRequest | undefined {
  let entry: Fields
  try {
    entry = JSON.parse(line) as Fields
  } catch {
    return undefined
  }
  const request = (entry.request instanceof Object ? entry.request : {}) as Fields
  const address = textOf(request.uri ?? entry.request_uri ?? entry.uri ?? entry.path)
  const status = Number(entry.status)
  if (address === undefined || !Number.isInteger(status)) return undefined
  const headers = (request.headers instanceof Object ? request.headers : {}) as Fields
  const agent = headers['User-Agent'] ?? entry.http_user_agent ?? entry.user_agent
  const day = dayOf(entry.ts ?? entry.time_iso8601 ?? entry['@timestamp'] ?? entry.time)
  return {
    method: textOf(request.method ?? entry.request_method ?? entry.method) ?? 'GET',
    address: pathOf(address),
    status,
    isRobot: robot.test(JSON.stringify(agent ?? '')),
    ...(day ? { day } : {}),
  }
}

type Fields = Partial<Record<string, unknown>>

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Seconds since 1970 as Caddy writes them, or a time that begins as ISO 8601 has it. */
function dayOf(time: unknown): string | undefined {
  if (typeof time === 'number') return new Date(time * 1000).toISOString().slice(0, 10)
  return typeof time === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(time)?.[0] : undefined
}

/** CDNs write the whole address. */
function pathOf(address: string): string {
  return address.replace(/^https?:\/\/[^/]+/, '') || '/'
}

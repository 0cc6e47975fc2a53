/** What a server said of a file when it gave it, to be asked whether it is still the same. */
export interface Validators {
  etag?: string | undefined
  modified?: string | undefined
}

export interface Asked {
  /** Below the portal's base: `data/cases.json`. */
  path: string
  /** Most bytes it may have, unpacked. */
  bytes: number
  /** Ask only for what differs from this. */
  known?: Validators | undefined
}

/** What came of a question; `fault` is a sentence in Chinese. */
export type Answer =
  | { kind: 'file'; bytes: Uint8Array; validators: Validators }
  | { kind: 'same' }
  | { kind: 'fault'; fault: string }

/** Where a portal's files are got from. */
export interface Origin {
  /** The address of the portal, with a slash at its end; absent for a folder. */
  address?: string
  get: (asked: Asked) => Promise<Answer>
}

export function fault(sentence: string): Answer {
  return { kind: 'fault', fault: sentence }
}

export function tooLong(bytes: number): Answer {
  return fault(`比 ${Math.floor(bytes / 1024 / 1024)} MB 还长，不收。`)
}

import { hash } from 'node:crypto'
import type { TextFile } from './files.ts'

/** Where a text is on the disk, and what it was when it was looked at; plain data. */
export interface TextPlace {
  path: string
  absolute: string
  /** SHA-256 of the text in hexadecimal. */
  sha256: string
}

/** A text that is read when it is asked for, and held until it is released. */
export class LateText implements TextFile {
  readonly path: string
  readonly sha256: string
  private held: string | undefined

  /** `read` gives undefined when there is no such text any more. */
  constructor(
    readonly place: TextPlace,
    private readonly read: () => string | undefined,
  ) {
    this.path = place.path
    this.sha256 = place.sha256
  }

  /** Throws when it is no longer what it was: half of what is made would be about another text. */
  get text(): string {
    this.held ??= this.readAgain()
    return this.held
  }

  release(): void {
    this.held = undefined
  }

  private readAgain(): string {
    const text = this.read()
    if (text === undefined || hash('sha256', text) !== this.sha256)
      throw new ChangedMeanwhile(this.path)
    return text
  }
}

/** Somebody saved a file while the portal was being read. */
export class ChangedMeanwhile extends Error {
  constructor(readonly path: string) {
    super(`${path} 在这期间又改了，请再运行一次。`)
  }
}

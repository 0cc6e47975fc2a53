import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Characters of a SHA-256 in hexadecimal. */
const sealLength = 64

/**
 * What runs of a program leave for the next one: plain data by name. Each piece is written whole or not
 * at all, under a seal of the program, of what it was made `of`, and of its own bytes; one that is torn,
 * edited, of another program or made of something else is not there. It knows no portal.
 */
export class Memo {
  /** Without a program nothing is known, and nothing kept. */
  constructor(
    private readonly folder: string,
    private readonly program: string | undefined,
  ) {}

  /** The value kept under a name, while it was made of the same; undefined otherwise. */
  recall<Value>(name: string, of: unknown = null): Value | undefined {
    if (this.program === undefined) return undefined
    try {
      const bytes = readFileSync(join(this.folder, name))
      const body = bytes.subarray(sealLength)
      if (bytes.toString('latin1', 0, sealLength) !== this.seal(of, body)) return undefined
      // The seal holds the program: what is read was written by `keep`, of the type that is asked for.
      return deserialize(body) as Value
    } catch {
      return undefined
    }
  }

  /** Keep a value under a name. Throws what the disk refuses. */
  keep(name: string, value: unknown, of: unknown = null): void {
    if (this.program === undefined) return
    const file = join(this.folder, name)
    const body = serialize(value)
    const temporary = `${file}.${process.pid}.tmp`
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(temporary, Buffer.concat([Buffer.from(this.seal(of, body)), body]))
    renameSync(temporary, file)
  }

  private seal(of: unknown, body: Uint8Array): string {
    return hash('sha256', JSON.stringify([this.program, of, hash('sha256', body)]))
  }
}

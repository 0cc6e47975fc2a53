import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { deserialize, serialize } from 'node:v8'

const sealLength = 64

/**
 * Write plain data so that a reader sees all of it or nothing: in one step, under a seal of version
 * and content.
 */
export function writeSealed(file: string, version: string, value: unknown): void {
  const body = serialize(value)
  const temporary = `${file}.${process.pid}.tmp`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(temporary, Buffer.concat([Buffer.from(sealOf(version, body)), body]))
  renameSync(temporary, file)
}

/** What was written by this very version; undefined when it is missing, damaged or of another. */
export function readSealed(file: string, version: string): unknown {
  try {
    const bytes = readFileSync(file)
    const body = bytes.subarray(sealLength)
    const sealed = bytes.toString('latin1', 0, sealLength) === sealOf(version, body)
    return sealed ? deserialize(body) : undefined
  } catch {
    return undefined
  }
}

function sealOf(version: string, body: Uint8Array): string {
  return hash('sha256', `${version} ${hash('sha256', body)}`)
}

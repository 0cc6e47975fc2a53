import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format } from 'node:util'
import { expect, it, vi } from 'vitest'

const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
const blockOf = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(readme)?.[1] ?? ''

it('prints what the README says, run as it stands there', async () => {
  const printed: string[] = []
  const log = vi
    .spyOn(console, 'log')
    .mockImplementation((...words: unknown[]) => void printed.push(format(...words)))
  const folder = mkdtempSync(join(tmpdir(), 'search-'))
  try {
    const file = join(folder, 'example.ts')
    writeFileSync(file, blockOf('ts').replaceAll("from './", `from '${import.meta.dirname}/`))
    await import(/* @vite-ignore */ file)
  } finally {
    log.mockRestore()
    rmSync(folder, { recursive: true })
  }
  expect(`${printed.join('\n')}\n`).toBe(blockOf('text'))
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import type { Handbook, HandbookPicture } from '../src/pages/handbook.ts'
import { programFile } from './folders.ts'

const folder = programFile('docs/handbook')
const pictures = /^images\/[^/]+\.(png|webp)$/

/** The editors' handbook is the project's own, whatever portal is built. */
export function readHandbook(): Handbook {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
  return {
    pages: files
      .filter((file) => file.endsWith('.md'))
      .map((file) => ({
        path: `handbook/${file.replace(/\.md$/, '')}`,
        text: readFileSync(join(folder, file), 'utf8'),
      })),
    pictures: files.filter((file) => pictures.test(file)).map(readPicture),
  }
}

/** Addresses of the handbook's pages: `/handbook/writing.html`. */
export function handbookAddresses(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.md'))
    .map((file) => `/handbook/${file.replaceAll('\\', '/').replace(/\.md$/, '.html')}`)
}

/** Throws when the file is no picture: the handbook's own files are reviewed code. */
function readPicture(file: string): HandbookPicture {
  const { width, height } = imageSize(readFileSync(join(folder, file)))
  return { path: `handbook/${file}`, width, height }
}

/** Where a picture of the handbook is on the disk. */
export function pictureFile({ path }: HandbookPicture): string {
  return programFile(`docs/${path}`)
}

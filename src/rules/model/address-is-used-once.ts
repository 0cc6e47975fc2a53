import type { Library } from '../../content/library.ts'
import { programPages } from '../../pages/site-map.ts'
import { libraryRule } from '../engine/rule.ts'
import type { LibraryFinding } from '../engine/rule.ts'

/** Who takes an address: a page the program makes, or a file of the portal that is a page or is given as it is. */
interface Claim {
  /** `/cases/hangzhou.html`. */
  url: string
  /** As a sentence names it. */
  name: string
  /** The file whose name makes the address. */
  file?: string
}

export const addressIsUsedOnce = libraryRule({
  id: 'address-is-used-once',
  summary: '每个网址只有一个页面或文件，不和自动生成的列表等相撞。',
  severity: 'error',
  silenceable: false,
  *check({ library }) {
    const taken = new Map<string, Claim>()
    for (const claim of claimsOf(library)) {
      const other = taken.get(claim.url) ?? taken.get(firstPageOf(claim.url))
      if (!other) taken.set(claim.url, claim)
      else if (other.url === claim.url || (claim.file && !other.file)) yield* clash(claim, other)
    }
    // A file cannot stand where a folder does.
    for (const claim of taken.values())
      for (const folder of foldersOf(claim.url)) {
        const file = taken.get(folder)
        if (file) yield* clash(claim, file)
      }
  },
})

/** What the program makes comes first, for a file can be renamed. */
function claimsOf(library: Library): Claim[] {
  const { entries, sources, media, captions } = library
  const program = programPages(library).map(({ path, title }): Claim => {
    const source = path.startsWith('data/') ? sources.get(path.slice('data/'.length)) : undefined
    const made = { url: `/${path}.html`, name: `自动生成的“${title}”` }
    return source?.data.title === title ? { ...made, file: source.file } : made
  })
  const given = [...media.keys(), ...captions.keys()].map((path) => ({
    url: path.replace(/^content/, ''),
    name: path,
    file: path,
  }))
  const own = entries.map(({ url, file }) => ({ url, name: file, file }))
  return [
    ...program.filter(({ file }) => !file),
    ...program.filter(({ file }) => file),
    ...own,
  ].concat(given)
}

/** A list grows: `index-7` will be its seventh page some day. */
function firstPageOf(url: string): string {
  return url.replace(/-([2-9]|[1-9]\d+)\.html$/, '.html')
}

function foldersOf(url: string): string[] {
  const parts = url.split('/')
  return parts.slice(2).map((_, index) => parts.slice(0, index + 2).join('/'))
}

function* clash(claim: Claim, other: Claim): Generator<LibraryFinding> {
  // Two entries of one address are told of by `slug-is-used-once`.
  const areEntries = [claim, other].every(({ file }) => /^content\/.*\.md$/.test(file ?? ''))
  const file = claim.file ?? other.file
  if (areEntries || !file) return
  const holder = claim.file ? other : claim
  yield {
    file,
    at: file.endsWith('.md') ? { field: 'title' } : { position: { line: 1, column: 1 } },
    message: `这个文件的网址 ${claim.file ? claim.url : other.url} 是${holder.name}要用的，发布以后只能打开一个。`,
    hint: '给文件（或它所在的文件夹）换一个名字。',
  }
}

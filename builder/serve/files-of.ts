import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Library } from '../../src/content/library.ts'
import { sitePages } from '../../src/pages/site-map.ts'
import { publishedFiles } from '../../src/publish/files.ts'
import { textFiles, caseTexts } from '../../src/publish/open-data/texts.ts'
import { filesBelow } from '../../src/release/manifest.ts'
import { buildSearchIndex } from '../../src/search/build.ts'
import { facetsIn, searchables } from '../../src/corpus/documents.ts'
import { lexiconOf } from '../../src/corpus/lexicon.ts'
import { drawingsOf } from '../steps/draw-images.ts'
import { filesBeside } from '../steps/files-beside.ts'
import { shopVersion } from '../steps/paint-shop.ts'
import type { PaintShop } from '../steps/paint-shop.ts'
import type { Reading } from './live-portal.ts'

/** What a file holds, made when it is asked for. */
type FileMaker = () => Buffer | Promise<Buffer>

/** Which paths a group of files may have, and the files of a portal that are of it. */
interface Group {
  owns: RegExp
  files: (reading: Reading, shop: PaintShop) => Files | Promise<Files>
}
type Files = Iterable<[path: string, made: FileMaker]>

/** All that leaves beside the pages, by the steps of a build. */
const groups: readonly Group[] = [
  {
    owns: /^search\//,
    *files({ library }) {
      const documents = searchables(library, () => '').map(({ document }) => document())
      const index = buildSearchIndex(documents, {
        facets: facetsIn(library),
        lexicon: lexiconOf(library),
      })
      for (const { name, bytes } of index) yield [name, () => Buffer.from(bytes)]
    },
  },
  {
    owns: /\.png$/,
    *files({ library }, shop) {
      for (const drawing of drawingsOf(library, shopVersion()))
        yield [
          drawing.path,
          async () => {
            await shop.paint([drawing])
            return readFileSync(drawing.file)
          },
        ]
    },
  },
  {
    owns: /\.(txt|docx|csv|json)$/,
    *files({ library }) {
      for (const { files } of filesBeside)
        for (const { name, text } of files(library)) yield [name, () => Buffer.from(text)]
    },
  },
  {
    owns: /^data\/texts\//,
    *files({ library }) {
      for (const { path, cases } of textFiles(library))
        yield [path, () => Buffer.from(caseTexts(cases))]
    },
  },
  { owns: /^admin\//, files: ({ light }) => browserEditor(light) },
  {
    owns: /^/,
    *files({ light, handbook }) {
      // What others read names no draft.
      for (const { path, content } of publishedFiles(light, sitePages(light, { handbook })))
        yield [path, () => Buffer.from(content)]
    },
  },
]

async function browserEditor(library: Library): Promise<Files> {
  if (!library.site.admin) return []
  const { writeAdmin } = await import('../shell/browser-editor/build.ts')
  const folder = mkdtempSync(join(tmpdir(), 'browser-editor-'))
  try {
    await writeAdmin(library, folder)
    return filesBelow(folder).map((path): [string, FileMaker] => {
      const bytes = readFileSync(join(folder, path))
      return [path, () => bytes]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The files of one reading of the portal; a group is made for the first question about it. */
export class FilesOf {
  private readonly made = new Map<Group, Promise<ReadonlyMap<string, FileMaker>>>()

  constructor(
    private readonly reading: Reading,
    private readonly shop: PaintShop,
  ) {}

  /** The bytes at a path below the base; undefined where the build would write none. */
  async at(path: string): Promise<Buffer | undefined> {
    for (const group of groups) {
      const made = group.owns.test(path) ? (await this.filesIn(group)).get(path) : undefined
      if (made) return made()
    }
    return undefined
  }

  private filesIn(group: Group): Promise<ReadonlyMap<string, FileMaker>> {
    let files = this.made.get(group)
    if (!files) {
      files = Promise.resolve(group.files(this.reading, this.shop)).then((made) => new Map(made))
      this.made.set(group, files)
    }
    return files
  }
}

import { handbookAddresses } from '../handbook.ts'
import { rulesOf } from '../../src/check/check.ts'
import { digestFile, memoryOf } from '../../src/content/digest.ts'
import type { Digest, DigestDepth, Digests } from '../../src/content/digest.ts'
import { buildLibrary } from '../../src/content/library.ts'
import type { Library } from '../../src/content/library.ts'
import { searchables } from '../../src/corpus/documents.ts'
import type { Searchable } from '../../src/corpus/searchable.ts'
import { caseTexts } from '../../src/publish/open-data/texts.ts'
import { Inspection } from '../../src/rules/engine/inspection.ts'
import type { CheckedIssue } from '../../src/rules/engine/run.ts'
import { deserializeFiles, deserializeText } from './serialized-files.ts'
import type { SerializedFiles, SerializedText } from './serialized-files.ts'
import { render } from '../steps/render-batch.ts'
import type { RenderBatch, RenderedPage, RenderSetting } from '../steps/render-batch.ts'
import type { IndexMaker, IndexTask, MadeIndex } from '../steps/index-maker.ts'
import type { Drawing, PaintShop } from '../steps/paint-shop.ts'
import type { SegmentFile } from '../steps/search-segments.ts'

/** A check as every piece of it is told. */
export interface CheckTerms {
  today: string
  /** Ids of the rules that are run; all of them when absent. */
  rules?: ReadonlySet<string>
}

/** What can be asked of a thread, and what it answers; both are plain data. */
export interface Task {
  digest: {
    input: { files: readonly SerializedText[]; depth: DigestDepth }
    output: [path: string, digest: Digest][]
  }
  /** Load what the search index is made with, which takes a while. */
  prepare: { input: undefined; output: undefined }
  /** The portal that the tasks after it are about. */
  open: { input: Opened<SerializedFiles>; output: undefined }
  /** What is found in each file by itself. */
  inspect: { input: CheckTerms & { files: readonly string[] }; output: CheckedIssue[][] }
  /** What is found in the portal as a whole. */
  inspectLibrary: { input: CheckTerms; output: CheckedIssue[] }
  /** Documents as the search index needs them. */
  segment: { input: SegmentFile; output: undefined }
  /** The texts of these cases as data, by their paths. */
  texts: { input: readonly string[]; output: string }
  search: { input: IndexTask; output: MadeIndex }
  render: { input: RenderBatch; output: RenderedPage[] }
  paint: { input: readonly Drawing[]; output: undefined }
}

export interface Opened<Files> {
  files: Files
  digests: Digests
  base?: string
  url?: string
}

type Handlers = {
  [Name in keyof Task]: (
    input: Task[Name]['input'],
  ) => Task[Name]['output'] | Promise<Task[Name]['output']>
}

/** Does what is asked of one thread. */
export class Tasks implements Handlers {
  private library: Library | undefined
  private inspection: { terms: string; of: Inspection } | undefined
  private maker: Promise<IndexMaker> | undefined
  private shop: Promise<PaintShop> | undefined
  private searched: ReadonlyMap<string, Searchable> | undefined
  private setting: RenderSetting | undefined

  digest({ files, depth }: Task['digest']['input']): Task['digest']['output'] {
    return files.map((file) => [file.path, digestFile(deserializeText(file), depth)])
  }

  open({ files, digests, base, url }: Opened<SerializedFiles>): undefined {
    const whole = deserializeFiles(files)
    this.use(
      buildLibrary(whole, {
        base,
        url,
        handbook: handbookAddresses(),
        memory: memoryOf(whole, digests),
      }),
    )
  }

  /** A library that is there already need not be opened. */
  use(library: Library): void {
    this.library = library
    this.inspection = undefined
    this.searched = undefined
  }

  inspect({ files, ...terms }: Task['inspect']['input']): CheckedIssue[][] {
    const inspection = this.inspectionOn(terms)
    return files.map((file) => inspection.of(file))
  }

  inspectLibrary(terms: CheckTerms): CheckedIssue[] {
    return this.inspectionOn(terms).ofLibrary()
  }

  async prepare(): Promise<undefined> {
    await this.indexMaker()
  }

  async segment(file: SegmentFile): Promise<undefined> {
    const maker = await this.indexMaker()
    const all = () => searchables(this.opened(), () => '')
    this.searched ??= new Map(all().map((searchable) => [searchable.id, searchable]))
    maker.makeSegment(file, (id) => this.searched?.get(id)?.document())
  }

  texts(paths: readonly string[]): string {
    const library = this.opened()
    return caseTexts(
      paths.flatMap((path) => {
        const entry = library.byPath.get(path)
        return entry?.collection === 'cases' ? entry : []
      }),
    )
  }

  async search(task: IndexTask): Promise<MadeIndex> {
    const maker = await this.indexMaker()
    return maker.writeIndex(task)
  }

  render({ setting, tasks }: RenderBatch): Promise<RenderedPage[]> {
    // Each batch brings a copy, and what was made of the first one is remembered with it.
    if (this.setting?.name !== setting.name) this.setting = setting
    return render({ setting: this.setting, tasks })
  }

  private inspectionOn({ today, rules }: CheckTerms): Inspection {
    const terms = JSON.stringify([today, rules ? [...rules] : undefined])
    if (this.inspection?.terms !== terms) {
      const options = { library: this.opened(), rules: rulesOf({ rules }), today }
      this.inspection = { terms, of: new Inspection(options) }
    }
    return this.inspection.of
  }

  async paint(drawings: readonly Drawing[]): Promise<undefined> {
    const load = async (): Promise<PaintShop> =>
      new (await import('../steps/paint-shop.ts')).PaintShop()
    const shop = await (this.shop ??= load())
    return shop.paint(drawings)
  }

  private indexMaker(): Promise<IndexMaker> {
    const load = async (): Promise<IndexMaker> => {
      const { IndexMaker } = await import('../steps/index-maker.ts')
      return new IndexMaker()
    }
    return (this.maker ??= load())
  }

  private opened(): Library {
    if (!this.library) throw new Error('no portal was opened')
    return this.library
  }
}

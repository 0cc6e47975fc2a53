/** So many characters in a row tell where words come from; fewer are anybody's. */
const window = 6

/**
 * The words of an entry, told by every six characters in a row. Blanks, punctuation and the case of letters
 * do not count, so that a sentence is the same in a page, a shard and a table.
 */
export class Words {
  private readonly windows = new Set<string>()
  /** Titles that are shorter than a window count where they stand alone. */
  private readonly titles = new Set<string>()

  constructor(texts: Iterable<string>, titles: Iterable<string> = []) {
    for (const text of texts)
      for (const run of runsOf(text)) for (const part of windowsOf(run)) this.windows.add(part)
    for (const title of titles) for (const run of runsOf(title)) this.titles.add(run)
  }

  /** Leave out what a text has as well: its words are not only theirs. */
  leaveOut(text: string): void {
    for (const run of runsOf(text)) {
      this.titles.delete(run)
      for (const part of windowsOf(run)) this.windows.delete(part)
    }
  }

  /** Whether a text has any of these words. */
  areIn(text: string): boolean {
    return runsOf(text).some((run) => {
      if (this.titles.has(run)) return true
      for (const part of windowsOf(run)) if (this.windows.has(part)) return true
      return false
    })
  }
}

function* windowsOf(run: string): Generator<string> {
  for (let start = 0; start + window <= run.length; start++) yield run.slice(start, start + window)
}

const entity = /&(#\w+|amp|lt|gt|quot|apos|nbsp);/g

/** Where a line may break is no end of a run. Letters and digits without what stands between them; markup, quotes and line ends part runs. */
function runsOf(text: string): string[] {
  return text
    .replace(/<wbr>|<!--[[\]]-->/g, '')
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(entity, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .split(/\\[nrt"]|[<>"\n\r\t|[\]{}=]+/)
    .map((run) => run.replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter((run) => run.length > 1)
}

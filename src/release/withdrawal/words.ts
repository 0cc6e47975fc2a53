import { hash } from 'node:crypto'

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
  /** By UTF-16 unit, whether any window has it: most windows of a text are told apart by that. */
  private readonly units = new Uint8Array(0x1_0000)
  /** Texts that were asked about, by their digest: releases and packed copies hold the same ones. */
  private readonly answers = new Map<string, boolean>()

  constructor(texts: Iterable<string>, titles: Iterable<string> = []) {
    for (const text of texts)
      for (const run of runsOf(text)) {
        if (run.length < window) continue
        for (let at = 0; at < run.length; at++) this.units[run.charCodeAt(at)] = 1
        for (let end = window; end <= run.length; end++)
          this.windows.add(run.slice(end - window, end))
      }
    for (const title of titles) for (const run of runsOf(title)) this.titles.add(run)
  }

  /** Leave out what a text has as well: its words are not only theirs. */
  leaveOut(text: string): void {
    this.answers.clear()
    for (const run of runsOf(text)) {
      this.titles.delete(run)
      for (const part of this.likely(run)) this.windows.delete(part)
    }
  }

  /** Whether a text has any of these words. */
  areIn(text: string): boolean {
    const digest = hash('sha256', text)
    const known = this.answers.get(digest)
    if (known !== undefined) return known
    const answer = runsOf(text).some((run) => this.titles.has(run) || this.hasWindowOf(run))
    this.answers.set(digest, answer)
    return answer
  }

  private hasWindowOf(run: string): boolean {
    for (const part of this.likely(run)) if (this.windows.has(part)) return true
    return false
  }

  /** Windows of a run that may be among these. */
  private *likely(run: string): Generator<string> {
    let inRow = 0
    for (let at = 0; at < run.length; at++) {
      inRow = this.units[run.charCodeAt(at)] ? inRow + 1 : 0
      if (inRow >= window) yield run.slice(at + 1 - window, at + 1)
    }
  }
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

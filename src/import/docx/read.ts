import { plainOfBlocks } from '../blocks.ts'
import type { Block, CensusEntry, ReadDocument } from '../blocks.ts'
import { descendants, isElement, isTooDeep, textOf, within } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'
import { relationshipsOf, xmlPart } from '../../documents/archive.ts'
import type { Archive } from '../../documents/archive.ts'
import { readBlocks } from './body.ts'
import { openDocx } from './open.ts'
import { censusOf } from './census.ts'
import { setAside } from './drawings.ts'
import { Reading, Story } from './story.ts'

const pictureName =
  /(^|\/)media\/[^/]+\.(png|jpe?g|jfif|gif|bmp|dib|tiff?|emf|wmf|emz|wmz|svg|webp|heic|wdp)$/i

/** Read a Word file; a file that is none is told in one sentence. Never throws for what a file holds. */
export function readDocx(bytes: Uint8Array): ReadDocument | { fault: string } {
  const archive = openDocx(bytes)
  if ('fault' in archive) return archive
  const found = mainPart(archive)
  if (!found) return { fault: notWord(archive) }
  const { part, root, body } = found
  if (isTooDeep(root))
    return { fault: '文件里的表格或框套得太深，没有读：请用 Word 打开，拆开以后另存再导入。' }
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const reading = new Reading(archive, folder)
  const main = new Story(reading, part)
  const blocks = readBlocks(body, main)
  const background = within(root, 'w:background')
  if (background) setAside(background, main, '页面背景')
  const census: CensusEntry[] = censusOf(root)
  const notes = readNotes(reading, folder, census)
  readComments(reading, folder, census)
  readMargins(reading, part, census)
  readRest(reading, folder)
  sumUp(reading)
  return {
    blocks,
    notes,
    pictures: reading.pictures,
    findings: [...reading.findings, ...reading.gathered()],
    census,
    meta: coreOf(archive),
  }
}

/** The part that holds the text: the one the file names, else where it usually is. */
function mainPart(archive: Archive): { part: string; root: Element; body: Element } | undefined {
  const named = [...relationshipsOf(archive, '').values()].find(
    ({ type, external }) => type === 'officeDocument' && !external,
  )
  for (const part of new Set([named?.target ?? '', 'word/document.xml', 'word/document2.xml'])) {
    const root = xmlPart(archive, part)
    const body = within(root, 'w:body')
    if (root && body) return { part, root, body }
  }
  return undefined
}

function notWord({ oversized }: Archive): string {
  return oversized.length > 0
    ? '文件展开以后太大，没有读：请用 Word 打开，分成几份另存再导入。'
    : '文件里没有 Word 的正文：请用 Word 打开检查，另存为 .docx 再导入。'
}

/** Footnotes and endnotes by the mark that refers to them. */
function readNotes(reading: Reading, folder: string, census: CensusEntry[]): Map<string, Block[]> {
  const notes = new Map<string, Block[]>()
  for (const kind of ['footnote', 'endnote']) {
    const part = `${folder}${kind}s.xml`
    const root = xmlPart(reading.archive, part)
    if (!root) continue
    for (const note of descendants(root)) {
      if (note.name !== `w:${kind}`) continue
      const blocks = readBlocks(note, new Story(reading, part))
      if (/separator|continuation/i.test(note.attributes['w:type'] ?? '')) {
        tellSeparator(blocks, reading)
        continue
      }
      census.push(...censusOf(note))
      notes.set(`${kind}-${note.attributes['w:id'] ?? ''}`, blocks)
    }
  }
  for (const [mark, blocks] of notes)
    if (!reading.noteMarks.includes(mark))
      reading.find('lost', '正文里没有标记的注释，没有放进草稿。', plainOfBlocks(blocks))
  return notes
}

/** The line above notes is no text, unless somebody wrote words there: `（续前页注释）`. */
function tellSeparator(blocks: readonly Block[], reading: Reading): void {
  const text = plainOfBlocks(blocks)
  if (/[\p{L}\p{N}]/u.test(text))
    reading.find('lost', '注释上方分隔线处的文字，没有放进草稿。', text)
}

function readComments(reading: Reading, folder: string, census: CensusEntry[]): void {
  const part = `${folder}comments.xml`
  const root = xmlPart(reading.archive, part)
  if (!root) return
  census.push(...censusOf(root))
  for (const comment of descendants(root)) {
    if (comment.name !== 'w:comment') continue
    const text = plainOfBlocks(readBlocks(comment, new Story(reading, part, '批注')))
    const author = comment.attributes['w:author']
    reading.find(
      'decide',
      `批注${author ? `（${author}）` : ''}没有放进草稿，看看是否已经处理。`,
      text,
    )
  }
}

/** Headers and footers say the same on many pages: each text is named once. */
function readMargins(reading: Reading, part: string, census: CensusEntry[]): void {
  const seen = new Set<string>()
  for (const { type, target, external } of relationshipsOf(reading.archive, part).values()) {
    if (external || (type !== 'header' && type !== 'footer')) continue
    const root = xmlPart(reading.archive, target)
    if (!root) continue
    const place = type === 'header' ? '页眉' : '页脚'
    const text = plainOfBlocks(readBlocks(root, new Story(reading, target, place))).trim()
    if (seen.has(text)) continue
    seen.add(text)
    census.push(...censusOf(root))
    reading.find('lost', `${place}没有放进草稿。`, text)
  }
}

function readRest(reading: Reading, folder: string): void {
  const { archive } = reading
  if (archive.oversized.length > 0)
    reading.find('lost', `太大没有读的部件：${archive.oversized.slice(0, 5).join('、')}。`)
  if ([...archive.parts.keys()].some((name) => /vbaProject\.bin$/i.test(name)))
    reading.find('lost', '文件里有宏，没有读取，也没有运行。')
  const unused = [...archive.parts.keys()].filter(
    (name) => pictureName.test(name) && !reading.pictureParts.has(name),
  )
  if (unused.length > 0)
    reading.find(
      'lost',
      `文件里还有正文没有用到的图片，没有写出：${unused.map((name) => name.slice(name.lastIndexOf('/') + 1)).join('、')}。`,
    )
  const glossary = xmlPart(archive, `${folder}glossary/document.xml`)
  if (glossary)
    reading.find(
      'lost',
      '模板里备用的文字（构建基块），没有放进草稿。',
      censusOf(glossary)
        .map((runs) => runs.join(''))
        .join('\n'),
    )
}

function sumUp(reading: Reading): void {
  const { inserted, equations, inside } = reading.counts
  const { contents, merges } = reading
  reading.find('lost', '自动生成的目录没有放进草稿，页面会自己生成目录。', contents.join('\n'))
  if (inserted > 0)
    reading.find('decide', `有${inserted}处修订里新加的文字，已经放进草稿，请确认都接受。`)
  if (merges.length > 0)
    reading.find(
      'guessed',
      `表格里有${merges.length}处合并的单元格，跨过的地方写成了空格子，请核对：${merges.join('，')}。`,
    )
  if (inside > 0) reading.find('guessed', `有${inside}处链接指向文件里的别处，只留下了文字。`)
  if (equations > 0) reading.find('guessed', `有${equations}处公式写成了一行文字，请对照原文核对。`)
}

function coreOf(archive: Archive): ReadDocument['meta'] {
  const root = xmlPart(archive, 'docProps/core.xml')
  const title = [...descendants(root)].find(({ name }) => /(^|:)title$/.test(name))
  const text = isElement(title) ? textOf(title).trim() : ''
  return text ? { title: text } : {}
}

import { joint } from '../../content/east-asian.ts'
import { notUnified, unified } from '../../rules/reading/unified-ideographs.ts'
import type { Block, ImportFinding, Picture, ReadDocument } from '../blocks.ts'
import { limits, readPages } from './engine.ts'
import type { PdfPage } from './engine.ts'
import { linesOf, paragraphsOf } from './lines.ts'
import type { Line } from './lines.ts'

const faults = {
  locked: 'PDF 有密码保护，打不开：请用原来的软件去掉密码，另存以后再导入。',
  damaged: 'PDF 损坏，打不开：请向给文件的人再要一份，最好是原来的 Word 文件。',
}

/**
 * Read a PDF with text: its lines joined to paragraphs in the order of the file, its photographs after
 * the text of their page. One without text is refused with advice.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument | { fault: string }> {
  const read = await pagesOf(bytes)
  if ('fault' in read) return { fault: faults[read.fault] }
  const { pages, count } = read
  const written = pages.map(linesOf)
  const radicals = written.flat().flatMap(({ text }) => text.match(notUnified) ?? [])
  const lines = written.map((own) =>
    own.map((line) => ({ ...line, text: line.text.replace(notUnified, unified) })),
  )
  const letters = lines.flat().reduce((sum, { text }) => sum + text.length, 0)
  if (letters < 10 || letters < pages.length * 5)
    return {
      fault:
        '这个 PDF 是扫描的图片，里面没有文字：请找到原来的 Word 文件，或者先用扫描软件、WPS 识别文字，存成 .docx 再导入。',
    }
  const { kept, margins } = withoutMargins(lines)
  const pictures: Picture[] = []
  const blocks = kept.flatMap((own, index) => pageBlocks(own, pages[index], index, pictures))
  const undrawn = pages
    .flatMap((page) => page.pictures.filter(isSeen))
    .filter(({ bytes: jpeg }) => !jpeg).length
  return {
    ...{ blocks, pictures, notes: new Map(), meta: {} },
    census: [...kept.flatMap((own) => own.map(({ text }) => text)), ...margins],
    findings: [
      ...findingsOf({ count, read: pages.length, margins, undrawn }),
      ...radicalFindings(radicals),
    ],
  }
}

/** Fonts of many PDFs say that a letter is the radical which looks like it: no search would find the word. */
function radicalFindings(radicals: readonly string[]): ImportFinding[] {
  if (radicals.length === 0) return []
  const pairs = [...new Set(radicals)].map((one) => `${one}→${unified(one)}`)
  const message = `${radicals.length}个字是用部首的编码写的，换成了通行的字，请核对：${pairs.join('、')}。`
  return [{ kind: 'guessed', message }]
}

async function pagesOf(bytes: Uint8Array): ReturnType<typeof readPages> {
  try {
    return await readPages(bytes)
  } catch {
    // The engine stops at what it cannot take; its memory is dropped with it.
    return { fault: 'damaged' }
  }
}

/** Lines at the top and bottom that say the same on most pages, their numbers aside. */
function withoutMargins(pages: readonly Line[][]): { kept: Line[][]; margins: string[] } {
  const bare = ({ text }: Line) => text.replace(/[\d\s—\-–·第页共/]+/g, '#')
  const edges = pages.map(
    (lines) => new Set([lines[0], lines.at(-1)].flatMap((line) => line ?? [])),
  )
  const counts = new Map<string, number>()
  for (const edge of edges)
    for (const line of edge) counts.set(bare(line), (counts.get(bare(line)) ?? 0) + 1)
  const margins: string[] = []
  const kept = pages.map((lines, index) =>
    lines.filter((line) => {
      const isEdge = edges[index]?.has(line) ?? false
      const isMargin =
        isEdge &&
        (bare(line) === '#' ||
          (pages.length > 2 && (counts.get(bare(line)) ?? 0) * 2 > pages.length))
      if (isMargin) margins.push(line.text)
      return !isMargin
    }),
  )
  return { kept, margins }
}

function pageBlocks(
  lines: readonly Line[],
  page: PdfPage | undefined,
  index: number,
  pictures: Picture[],
): Block[] {
  const blocks: Block[] = paragraphsOf(lines).map((group) => ({
    kind: 'paragraph',
    inlines: [
      {
        kind: 'text',
        text: group.reduce(
          (all, { text }) => (all === '' ? text : all + joint(all, text) + text),
          '',
        ),
      },
    ],
  }))
  for (const { bytes } of page?.pictures.filter(isSeen) ?? []) {
    if (!bytes) continue
    blocks.push({ kind: 'paragraph', inlines: [{ kind: 'picture', picture: pictures.length }] })
    pictures.push({ bytes, alt: '', name: `第${index + 1}页的图片` })
  }
  return blocks
}

/** Ornaments and rules are smaller than a thumb. */
function isSeen({ width, height }: PdfPage['pictures'][number]): boolean {
  return width >= 40 && height >= 40
}

function findingsOf({
  count,
  read,
  margins,
  undrawn,
}: {
  count: number
  read: number
  margins: string[]
  undrawn: number
}): ImportFinding[] {
  const order =
    'PDF 只记着字的位置，段落、标题和次序是猜的：分栏的、有表格和文本框的，次序可能不对，请从头到尾对照原文；能找到原来的 Word 文件，改用它。'
  return [
    { kind: 'decide', message: order },
    ...(read < count
      ? [
          {
            kind: 'lost' as const,
            message: `一共${count}页，只读了前${read}页（最多${limits.pages}页）。`,
          },
        ]
      : []),
    ...(margins.length > 0
      ? [
          {
            kind: 'lost' as const,
            message: `页眉、页脚和页码${margins.length}行没有放进草稿。`,
            text: margins.join('\n'),
          },
        ]
      : []),
    ...(undrawn > 0
      ? [
          {
            kind: 'lost' as const,
            message: `${undrawn}张图片取不出来：在 PDF 里截图，另存成图片再放进草稿。`,
          },
        ]
      : []),
    { kind: 'lost', message: '批注、表单、链接和附件没有读。' },
  ]
}

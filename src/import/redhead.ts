import { validText } from './blocks.ts'
import type { Block, ImportFinding, Paragraph, ReadDocument } from './blocks.ts'
import { dateIn } from './html/page.ts'
import { leftoversOf } from './leftovers.ts'

/** Names of official documents, which end their titles. Source: 《党政机关公文处理工作条例》第八条. */
const kinds =
  '决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|方案|办法|规定|细则|要点|规划|计划|总结|制度|章程|公示|倡议书'
const documentNumber =
  /^[^。，]{1,24}[〔[（(【]\s*(?:19|20)\d{2}\s*[〕\])）】]\s*第?\s*\d{1,4}\s*号/u
const issuer = /^([^。，：]{4,40}?)(?:文\s*件|办公室文件)$/u
const titleEnd = new RegExp(`(?:${kinds})(?:[（(].{1,12}[）)])?$`, 'u')
/** 份号, 密级, 紧急程度, 签发人. Source: GB/T 9704-2012, 7.2.1 to 7.2.6. */
const marks = /^(?:\d{6}|(?:绝密|机密|秘密)(?:★.{0,8})?|特急|加急|特提|平急|签发人[：:].{1,20})$/u

interface RedHead {
  title?: string
  blocks: Block[]
  source: ReadDocument['meta']
  findings: ImportFinding[]
}

/**
 * Take the head of an official document off: its number and the body that issues it stand above its
 * title. A document without a number above such a title has no such head.
 */
export function takeRedHead(blocks: readonly Block[]): RedHead {
  const plain: RedHead = { blocks: [...blocks], source: {}, findings: [] }
  const filled = blocks.flatMap((block, at) => (textOf(block) === '' ? [] : [at])).slice(0, 12)
  const numberAt = filled.find((at) => documentNumber.test(textOf(blocks[at])))
  if (numberAt === undefined) return plain
  const title = titleAfter(
    blocks,
    filled.filter((at) => at > numberAt),
  )
  const above = filled.filter((at) => at <= numberAt)
  if (!title || !above.every((at) => isHead(textOf(blocks[at])))) return plain
  const body = above.map((at) => issuer.exec(textOf(blocks[at]).replace(/\s/g, ''))?.[1])
  const publisher = body.find((name) => name !== undefined)
  const published = signedOn(blocks)
  const taken = new Set([...above, ...title.at])
  const left = blocks.map((block, at) =>
    taken.has(at) && block.kind === 'paragraph'
      ? leftoversOf(block, '公文的版头', new Map())
      : undefined,
  )
  return {
    title: title.text,
    blocks: blocks.flatMap((block, at) => left[at]?.blocks ?? [block]),
    source: { ...(publisher ? { publisher } : {}), ...(published ? { published } : {}) },
    findings: [
      {
        kind: 'guessed',
        message: '这是公文：发文机关写进了来源，文号等没有放进草稿。',
        text: above.map((at) => textOf(blocks[at])).join('\n'),
      },
      { kind: 'guessed', message: '这一行认作标题。', text: title.text, repeats: true },
      ...left.flatMap((one) => one?.findings ?? []),
    ],
  }
}

function textOf(block: Block | undefined): string {
  if (block?.kind !== 'paragraph') return ''
  return validText(block.inlines).replace(/\s+/g, ' ').trim()
}

function isHead(text: string): boolean {
  const line = text.replace(/\s/g, '')
  return documentNumber.test(text) || issuer.test(line) || marks.test(line)
}

/** The title below the number, which may run over several lines set in the middle. */
function titleAfter(
  blocks: readonly Block[],
  filled: readonly number[],
): { text: string; at: number[] } | undefined {
  const at: number[] = []
  for (const index of filled.slice(0, 4)) {
    const block = blocks[index]
    const text = textOf(block)
    if (/[。；：，]$/.test(text) || (at.length > 0 && !isCentred(block))) return undefined
    at.push(index)
    const joined = at.map((one) => textOf(blocks[one])).join('')
    if (joined.length <= 80 && titleEnd.test(joined)) return { text: joined, at }
  }
  return undefined
}

function isCentred(block: Block | undefined): block is Paragraph {
  return block?.kind === 'paragraph' && (block.centred === true || block.level === 0)
}

/** The day below the signature: a short line near the end that is nothing but a date. */
function signedOn(blocks: readonly Block[]): string | undefined {
  const lines = blocks.map(textOf).filter(Boolean).slice(-10)
  const signed = lines.findLast((line) =>
    /^\s*(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/.test(line),
  )
  return signed === undefined ? undefined : dateIn(signed)
}

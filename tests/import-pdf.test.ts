import { PDFDocument, rgb } from '@cantoo/pdf-lib'
import type { PDFPage } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { unified } from '../src/rules/reading/unified-ideographs.ts'
import { tinyJpeg } from '../src/rules/handbook/media.ts'
import { bodyOf, faultOf, imported, lostFrom, reported } from './importing.ts'

/** A PDF whose pages a test draws with the standard fonts. */
async function pdf(
  ...draw: ((page: PDFPage, document: PDFDocument) => unknown)[]
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (const one of draw) await one(document.addPage([400, 600]), document)
  return document.save()
}

const lines = (page: PDFPage, texts: string[], from = 500) =>
  texts.forEach((text, index) => page.drawText(text, { x: 50, y: from - index * 20, size: 12 }))

describe('a PDF with text', () => {
  it('gives its paragraphs, and a warning of their order', async () => {
    const file = await pdf((page) => {
      page.drawText('A short title', { x: 50, y: 550, size: 20 })
      lines(page, ['The branch holds a class every month, and its members', 'speak in turn.'])
      lines(page, ['It was never left out.'], 430)
    })
    const draft = await imported(file, '.pdf')
    expect(draft.title).toBe('A short title')
    expect(bodyOf(draft)).toContain(
      'The branch holds a class every month, and its members speak in turn.',
    )
    expect(bodyOf(draft)).toContain('\n\nIt was never left out.')
    expect(reported(draft)).toContain('次序可能不对，请从头到尾对照原文')
    expect(lostFrom(draft)).toEqual([])
  })

  it('joins the lines of each of two columns, one after the other', async () => {
    const left = [
      'The branch holds its class',
      'in the hall of the estate',
      'on Sundays, and whoever',
      'likes to may come.',
      'It began in spring of last',
    ]
    const right = [
      'year. Its members speak in',
      'turn: first of telephones,',
      'then of contracts, at last',
      'of what was asked for.',
    ]
    const file = await pdf((page) => {
      const at = (x: number) => (text: string, index: number) =>
        page.drawText(text, { x, y: 500 - index * 16, size: 12 })
      page.drawText('A head over both of the columns', { x: 60, y: 550, size: 20 })
      left.forEach(at(50))
      right.forEach(at(230))
    })
    const body = bodyOf(await imported(file, '.pdf'))
    expect(body).toContain(left.slice(0, 4).join(' '))
    expect(body).toContain([left[4], ...right].join(' '))
  })

  it('has usual characters where its fonts name radicals', () => {
    expect(['⻅', '⽀', '甲'].map(unified)).toEqual(['见', '支', '甲'])
  })

  it('leaves page numbers and running heads, and names them', async () => {
    const page = (number: number) => (sheet: PDFPage) => {
      sheet.drawText('Running head', { x: 50, y: 580, size: 9 })
      lines(sheet, [`Words of page ${number} that nobody else has.`])
      sheet.drawText(`- ${number} -`, { x: 190, y: 20, size: 9 })
    }
    const draft = await imported(await pdf(page(1), page(2), page(3)), '.pdf')
    expect(bodyOf(draft)).not.toMatch(/Running head|- 2 -/)
    expect(reported(draft)).toMatch(/页眉、页脚和页码6行没有放进草稿。Running head\n- 1 -/)
  })

  it('gives its photographs', async () => {
    const file = await pdf(async (page, document) => {
      lines(page, ['The class was held in the hall of the branch.'])
      page.drawImage(await document.embedJpg(tinyJpeg()), {
        x: 50,
        y: 100,
        width: 200,
        height: 100,
      })
      page.drawRectangle({ x: 0, y: 0, width: 10, height: 10, color: rgb(1, 0, 0) })
    })
    const draft = await imported(file, '.pdf')
    expect(draft.pictures.map(({ path }) => path)).toEqual(['content/media/demo/image-1.jpg'])
  })
})

describe('a PDF that cannot be read', () => {
  it('is told in one sentence', async () => {
    expect(await faultOf(await pdf(() => undefined), '.pdf')).toMatch(/^这个 PDF 是扫描的图片/)
    expect(await faultOf('%PDF-1.7\nnothing', '.pdf')).toMatch(/^PDF 损坏/)
    const whole = await pdf((page) => lines(page, ['Words that are cut off.']))
    expect(await faultOf(whole.subarray(0, 200), '.pdf')).toMatch(/^PDF 损坏/)
  })
})

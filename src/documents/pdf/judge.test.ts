import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { deflatedObject, tinyPdf } from '../tiny.ts'
import { judgePdf } from './judge.ts'
import fc from '../../../tests/fast-check.ts'

const whats = (bytes: Uint8Array) => judgePdf(bytes).map(({ what }) => what)
const link = (action: string) =>
  `5 0 obj <</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<<${action}>>>> endobj`
const script = '<</S/JavaScript/JS(app.alert(1))>>'
const packed = (content: string, head = '/Type/ObjStm/N 1/First 4') =>
  deflatedObject(`6 0 obj <<${head}>>`, `7 0 ${content}`)

describe('a PDF', () => {
  it.each([
    ['of one page', tinyPdf()],
    [
      'with links to the web, a post box and a page',
      tinyPdf({
        objects:
          link('/S/URI/URI(https://example.org/)') +
          link('/S/URI/URI(mailto:a@example.org)').replace('5 0', '7 0') +
          link('/S/GoTo/D[3 0 R/Fit]').replace('5 0', '8 0'),
      }),
    ],
    ['that opens on a page', tinyPdf({ catalog: '/OpenAction[3 0 R/Fit]' })],
    [
      'with a form to print',
      tinyPdf({
        catalog: '/AcroForm<</Fields[5 0 R]/DA(/Helv 0 Tf)>>',
        objects: '5 0 obj <</Type/Annot/Subtype/Widget/FT/Tx/Rect[0 0 1 1]>> endobj',
      }),
    ],
    [
      'with objects packed together',
      tinyPdf({ catalog: '/Outlines 7 0 R', objects: packed('<</Type/Outlines>>') }),
    ],
    [
      'with a structure whose attributes are under A',
      tinyPdf({ objects: '5 0 obj <</Type/StructElem/S/P/A<</O/Layout>>>> endobj' }),
    ],
  ])('%s is harmless', (_, bytes) => {
    expect(whats(bytes)).toEqual([])
  })

  it.each([
    ['a script', tinyPdf({ catalog: `/OpenAction${script}` }), /脚本/],
    [
      'a script whose names are spelled in numbers',
      tinyPdf({ catalog: '/Open#41ction<</S/J#61vaScript/#4aS(1)>>' }),
      /脚本/,
    ],
    [
      'a script in packed objects',
      tinyPdf({ catalog: '/OpenAction 7 0 R', objects: packed(script) }),
      /脚本/,
    ],
    [
      'a script in packed objects that do not say so',
      tinyPdf({ catalog: '/OpenAction 7 0 R', objects: packed(script, '/N 1/First 4') }),
      /脚本/,
    ],
    [
      'a script in an object with comments in its number',
      tinyPdf({ objects: `5 %a\n0 %b\nobj${script}endobj` }),
      /脚本/,
    ],
    [
      'a script that stands in a stream',
      tinyPdf({
        objects: `5 0 obj <</Length 60>> stream\n8 0 obj${script}endobj\nendstream endobj`,
      }),
      /脚本/,
    ],
    [
      'a script of the whole document',
      tinyPdf({ catalog: `/Names<</JavaScript<</Names[(a)${script}]>>>>` }),
      /脚本/,
    ],
    [
      'what happens by itself',
      tinyPdf({ objects: '5 0 obj <</Type/Page/AA<</O<</S/GoTo/D[3 0 R/Fit]>>>>>> endobj' }),
      /自动执行/,
    ],
    [
      'a program after a step',
      tinyPdf({
        catalog: '/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next 5 0 R>>',
        objects: '5 0 obj <</S/Launch/F(calc.exe)>> endobj',
      }),
      /Launch/,
    ],
    [
      'another file',
      tinyPdf({ objects: link('/S/GoToR/F(\\\\\\\\host\\\\a.pdf)/D[0/Fit]') }),
      /GoToR/,
    ],
    [
      'a form that is sent',
      tinyPdf({ objects: link('/S/SubmitForm/F(https://example.org)') }),
      /SubmitForm/,
    ],
    ['a menu command', tinyPdf({ objects: link('/S/Named/N/SaveAs') }), /菜单命令/],
    [
      'a link that runs',
      tinyPdf({ objects: link('/S/URI/URI(javascript:alert\\(1\\))') }),
      /javascript:alert/,
    ],
    [
      'a link that runs, in hexadecimal',
      tinyPdf({ objects: link('/S/URI/URI<6a6176617363726970743a31>') }),
      /javascript:1/,
    ],
    [
      'a link to a file server',
      tinyPdf({ objects: link('/S/URI/URI(file://host/share)') }),
      /file:/,
    ],
    ['a form of Adobe’s XFA', tinyPdf({ catalog: '/AcroForm<</Fields[]/XFA[(a)5 0 R]>>' }), /XFA/],
    ['a file inside', tinyPdf({ catalog: '/Names<</EmbeddedFiles<</Names[(a)5 0 R]>>>>' }), /夹带/],
    [
      'a file beside the text',
      tinyPdf({ objects: '5 0 obj <</Type/Filespec/EF<</F 6 0 R>>>> endobj' }),
      /夹带/,
    ],
    [
      'a film that plays',
      tinyPdf({ objects: '5 0 obj <</Subtype/RichMedia/Rect[0 0 1 1]>> endobj' }),
      /RichMedia/,
    ],
    ['a portfolio', tinyPdf({ catalog: '/Collection<</View/T>>' }), /Collection/],
    [
      'content fetched from elsewhere',
      tinyPdf({ objects: '5 0 obj <</F(a.txt)/Length 1>> stream\nx\nendstream endobj' }),
      /文件外面/,
    ],
    [
      'a program in PostScript',
      tinyPdf({
        objects: '5 0 obj <</Type/XObject/Subtype/PS/Length 1>> stream\nx\nendstream endobj',
      }),
      /PostScript/,
    ],
    ['a password', tinyPdf({ trailer: '/Encrypt 8 0 R' }), /密码/],
    [
      'a key that stands twice',
      tinyPdf({ objects: '5 0 obj <</S/GoTo/S/JavaScript>> endobj' }),
      /查不清/,
    ],
    ['no end', tinyPdf().subarray(0, 150), /查不清/],
    [
      '300 MB in a kilobyte',
      tinyPdf({ objects: deflatedObject('5 0 obj <<>>', new Uint8Array(300e6), 2) }),
      /大得不正常/,
    ],
    [
      '300 MB of packed objects',
      tinyPdf({ objects: deflatedObject('5 0 obj <</N 1/First 4>>', new Uint8Array(300e6)) }),
      /大得不正常/,
    ],
  ])('with %s is refused', (_, bytes, what) => {
    expect(whats(bytes).join()).toMatch(what)
  })

  it('is judged in every saving', () => {
    const [first, second] = [tinyPdf({ catalog: `/OpenAction${script}` }), tinyPdf()]
    expect(whats(Buffer.concat([first, second])).join()).toMatch('脚本')
    expect(whats(Buffer.concat([second, first])).join()).toMatch('脚本')
  })

  it('made by a library is judged like one made by hand', async () => {
    const document = await PDFDocument.create()
    document.addPage().drawText('hello')
    expect(whats(await document.save())).toEqual([])
    const { context, catalog } = document
    const action = context.obj({ S: 'JavaScript', JS: PDFString.of('1') })
    catalog.set(PDFName.of('OpenAction'), context.register(action))
    for (const useObjectStreams of [true, false])
      expect(whats(await document.save({ useObjectStreams })).join()).toMatch('脚本')
    const attached = await PDFDocument.create()
    attached.addPage()
    await attached.attach(new Uint8Array(9), 'a.exe')
    expect(whats(await attached.save()).join()).toMatch('夹带')
  })

  it('never throws, whatever byte is changed', () => {
    const bytes = tinyPdf({ catalog: `/OpenAction${script}`, objects: packed(script) })
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        expect(Array.isArray(judgePdf(Uint8Array.from(bytes).fill(byte, at, at + 1)))).toBe(true)
      }),
    )
  })
})

import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { relationship, tinyOffice } from '../tiny.ts'
import type { OfficeShape } from '../tiny.ts'
import { judgeOffice } from './judge.ts'

const whats = (shape: OfficeShape, ending = '.docx') =>
  judgeOffice(tinyOffice(shape), ending).map(({ what }) => what)
const named = (name: string, type: string) =>
  `<Override PartName="/${name}" ContentType="${type}"/>`
const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const embedded = (parts: Record<string, Uint8Array>): OfficeShape => ({
  folder: 'ppt',
  contentTypes: `<Default Extension="xlsx" ContentType="${sheet}"/>`,
  parts,
})
const field = (code: string) =>
  `<w:fldChar w:fldCharType="begin"/>${code}<w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/>`
const code = (text: string) => `<w:instrText>${text}</w:instrText>`

describe('an Office document', () => {
  it.each<[string, OfficeShape, string?]>([
    ['of text', { content: '<w:p/>' }],
    ['of slides', { folder: 'ppt' }, '.pptx'],
    [
      'with a link to the web',
      { relationships: relationship('hyperlink', 'https://example.org/', 'External') },
    ],
    [
      'with a table of contents',
      { content: field(`${code('TO')}${code('C \\o')}${field(code('PAGEREF a'))}`) },
    ],
    [
      'with the numbers of a chart',
      embedded({ 'ppt/embeddings/a.xlsx': tinyOffice({ folder: 'xl' }) }),
      '.pptx',
    ],
    [
      'with a picture in it',
      {
        parts: { 'word/media/a.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0]) },
        contentTypes: '<Default Extension="png" ContentType="image/png"/>',
      },
    ],
    [
      'with a step to the next slide',
      {
        folder: 'ppt',
        content: '<a:hlinkClick action="ppaction://hlinkshowjump?jump=nextslide"/>',
      },
      '.pptx',
    ],
  ])('%s is harmless', (_, shape, ending) => {
    expect(whats(shape, ending)).toEqual([])
  })

  it.each<[string, OfficeShape, RegExp, string?]>([
    [
      'macros',
      {
        parts: { 'word/vbaProject.bin': ole },
        contentTypes: named('word/vbaProject.bin', 'application/vnd.ms-office.vbaProject'),
      },
      /vbaProject/,
    ],
    ['macros under another name and type', { parts: { 'word/theme.xml': ole } }, /theme\.xml/],
    [
      'a type of document that has macros',
      { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' },
      /带宏/,
    ],
    ['slides where text should be', { folder: 'ppt' }, /带宏/],
    [
      'a remote template',
      { relationships: relationship('attachedTemplate', 'https://example.org/a.dotm', 'External') },
      /a\.dotm/,
    ],
    [
      'a picture at a file server',
      { relationships: relationship('image', 'file://host/share/a.png', 'External') },
      /host/,
    ],
    [
      'a picture at a file server, by its name',
      { relationships: relationship('image', '\\\\host\\share\\a.png', 'External') },
      /host/,
    ],
    [
      'a link to a file server',
      { relationships: relationship('hyperlink', '\\\\host\\a', 'External') },
      /host/,
    ],
    [
      'a drawing that fetches its picture',
      { content: '<v:imagedata src="\\\\host\\a.png"/>' },
      /host/,
    ],
    [
      'a base for all its links',
      {
        parts: {
          'docProps/app.xml':
            '<Properties><HyperlinkBase>file://host/</HyperlinkBase></Properties>',
        },
      },
      /host/,
    ],
    [
      'a web page inside',
      {
        relationships: relationship('aFChunk', 'a.html'),
        parts: { 'word/a.html': '<script>1</script>' },
        contentTypes: '<Default Extension="html" ContentType="text/html"/>',
      },
      /aFChunk/,
    ],
    [
      'a document that replaces a part of it',
      { relationships: relationship('aFChunk', 'a.xml') },
      /aFChunk/,
    ],
    [
      'an object inside',
      {
        parts: { 'word/embeddings/oleObject1.bin': ole },
        contentTypes:
          '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>',
      },
      /oleObject1/,
    ],
    ['a control', { relationships: relationship('control', 'a.xml') }, /control/],
    [
      'a ribbon of its own',
      {
        relationships:
          '<Relationship Id="a" Type="http://schemas.microsoft.com/office/2006/relationships/ui/extensibility" Target="a.xml"/>',
      },
      /extensibility/,
    ],
    ['DDE', { content: field(code('DDEAUTO c:\\\\a "b"')) }, /DDEAUTO/],
    ['DDE in pieces', { content: field(`${code('DD')}${code('EAUTO a')}`) }, /DDEAUTO/],
    [
      'DDE made by another field',
      { content: field(`${field(code('QUOTE 68 68 69'))}${code(' a')}`) },
      /域/,
    ],
    ['DDE in a simple field', { content: '<w:fldSimple w:instr="DDE a"/>' }, /DDE/],
    [
      'a text fetched',
      { content: field(code('INCLUDETEXT "https://example.org"')) },
      /INCLUDETEXT/,
    ],
    [
      'entities of its own',
      { parts: { 'word/a.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' } },
      /不合规范/,
    ],
    [
      'a program started from a slide',
      { folder: 'ppt', content: '<a:hlinkClick action="ppaction://program"/>' },
      /ppaction/,
      '.pptx',
    ],
    [
      'macros in a chart’s numbers',
      embedded({ 'ppt/a.xlsx': tinyOffice({ folder: 'xl', parts: { 'xl/a.xml': ole } }) }),
      /表格/,
      '.pptx',
    ],
    [
      'archives in archives',
      embedded({
        'ppt/a.xlsx': tinyOffice({
          ...embedded({ 'xl/b.xlsx': tinyOffice({ folder: 'xl' }) }),
          folder: 'xl',
        }),
      }),
      /一层套一层/,
      '.pptx',
    ],
    ['70 MB in a few kilobytes', { parts: { 'word/a.xml': new Uint8Array(70e6) } }, /大得不正常/],
  ])('with %s is refused', (_, shape, what, ending) => {
    expect(whats(shape, ending).join()).toMatch(what)
  })

  it('with a size that lies is refused', () => {
    const bytes = tinyOffice({
      parts: { 'word/a.xml': `<a>${' '.repeat(5000)}<b src="file:"/></a>` },
    })
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 30; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 5000)
        view.setUint32(at + 24, 200, true)
    expect(
      judgeOffice(bytes, '.docx')
        .map(({ what }) => what)
        .join(),
    ).toMatch(/损坏/)
  })

  it('with two parts of one name is refused', () => {
    const bytes = zipSync({ 'word/a.xml': strToU8('<a/>'), 'word/A.xml': strToU8('<b/>') })
    expect(judgeOffice(bytes, '.docx')[0]?.what).toMatch(/两份/)
  })
})

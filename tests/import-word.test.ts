import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../src/content/library.ts'
import type { Draft } from '../src/import/draft.ts'
import { importFile } from '../src/import/import.ts'
import { knowledgeOf } from '../src/import/knowledge.ts'
import { viewed } from '../src/import/picture-views.ts'
import type { Bitmap } from '../src/import/picture-views.ts'
import { tinyPng } from '../src/rules/handbook/media.ts'
import { kindsOf } from '../src/scaffold/kinds.ts'
import { docx, item, p, part, r } from './docx.ts'
import type { Extra } from './docx.ts'
import fc from './fast-check.ts'

const library = buildLibrary({
  ...{ root: '', entries: [], seeds: [], media: [], captions: [], issues: [] },
})
const [kind] = kindsOf()

async function imported(body: string, extra?: Extra): Promise<Draft> {
  if (!kind) throw new Error('no kind')
  const options = {
    ...knowledgeOf(library),
    kind,
    fileName: 'demo',
    slugFor: () => 'demo',
    today: '2026-11-30',
  }
  const draft = await importFile(docx(body, extra), '.docx', options)
  if ('fault' in draft) throw new Error(draft.fault)
  return draft
}

const bodyOf = ({ draft }: Draft) => draft.text.slice(draft.text.indexOf('\n---\n', 4) + 5)
const told = ({ findings }: Draft) =>
  findings.map(({ message, text = '' }) => `${message}${text}`).join('\n')
const up = (text: string) => r(text, '<w:vertAlign w:val="superscript"/>')
const down = (text: string) => r(text, '<w:vertAlign w:val="subscript"/>')
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
const field = (code: string, result?: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>${
    result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}`
  }<w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('letters that are raised, struck or hidden', () => {
  it('stay apart, and no figure is made of what they leave', async () => {
    const draft = await imported(
      p('题目') +
        paragraph(r('办了12'), up('3'), r('期，60m'), up('2'), r('，CO'), down('2'), r('少3吨。')) +
        paragraph(r('原有'), r('10', '<w:dstrike/>'), r('12期。')) +
        paragraph(r('又有1'), r('0', '<w:vanish/>'), r('2期。')),
    )
    expect(bodyOf(draft)).toContain('办了12³期，60m²，CO₂少3吨[^demo-f01]。')
    expect(bodyOf(draft)).toContain('原有~~10~~12期。')
    expect(draft.source.text.match(/figure: .*/g)?.slice(0, 1)).toEqual(['figure: 3'])
    expect(draft.source.text).not.toMatch(/^ {4}figure: (12|123|102|1012)$/m)
    expect(told(draft)).toContain('有1处划掉的字')
  })
})

describe('columns', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`

  it('that a row leaves out are empty cells, and merged cells are named', async () => {
    const draft = await imported(
      `${p('题目')}<w:tbl><w:tr>${cell('甲', '<w:vMerge w:val="restart"/>')}${cell('乙')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('丙')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('20')}</w:tr></w:tbl>`,
    )
    expect(bodyOf(draft)).toContain('| 甲 | 乙 |\n| --- | --- |\n|  | 丙 |\n|  | 20 |')
    expect(told(draft)).toContain('“甲”竖跨2行')
  })

  it('that were made with tabs are a table, or are kept apart', async () => {
    const draft = await imported(
      p('题目') +
        p('支部\t人数') +
        p('一支部\t12') +
        p('以上。') +
        p('张某\t12') +
        p('甲　　　　五人') +
        p('乙　　　　六人'),
    )
    expect(bodyOf(draft)).toContain('| 支部 | 人数 |\n| --- | --- |\n| 一支部 | 12 |')
    expect(bodyOf(draft)).toContain('张某｜12')
    expect(told(draft)).not.toMatch(/这一段没有放进草稿|一段里的这些字/)
  })
})

describe('fields, sounds and equations', () => {
  const math = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`

  it('show what they show in Word', async () => {
    const draft = await imported(
      p('题目') +
        paragraph(
          r('见'),
          field(' HYPERLINK https://example.org/b ', '此处'),
          field(' HYPERLINK &quot;https://example.org/c&quot; \\l &quot;x&quot; ', '彼处'),
          field(' EQ \\o\\ac(○,3)'),
          field(' EQ \\* jc2 \\o\\ad(\\s\\up 9(xī),溪)'),
          field(' MACROBUTTON NoMacro 单击填写'),
          field(' DATE ', '2024年3月1日'),
        ) +
        paragraph(
          `<m:oMath><m:f><m:num>${math('a+b')}</m:num><m:den>${math('c')}</m:den></m:f></m:oMath>`,
          `<m:oMath><m:sSup><m:e>${math('x')}</m:e><m:sup>${math('2')}</m:sup></m:sSup></m:oMath>`,
          `<m:oMath><m:m><m:mr><m:e>${math('7')}</m:e><m:e>${math('8')}</m:e></m:mr></m:m></m:oMath>`,
        ),
    )
    expect(bodyOf(draft)).toContain(
      '见[此处](https://example.org/b)[彼处](https://example.org/c#x)③溪（xī）2024年3月1日',
    )
    expect(bodyOf(draft)).toContain('(a+b)/cx²【待补：这里有矩阵')
    expect(told(draft)).toMatch(/写不成一行.*7 {2}8/)
    expect(told(draft)).toContain('还没有人填，没有放进草稿。单击填写')
    expect(told(draft)).toContain('自动换成当天的，请核对是哪一天。2024年3月1日')
    expect(told(draft)).not.toMatch(/这一段没有放进草稿|一段里的这些字/)
  })

  it('count legal numbers in digits', async () => {
    const level = (depth: number, format: string, text: string, legal = '') =>
      `<w:lvl w:ilvl="${depth}"><w:numFmt w:val="${format}"/>${legal}<w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = part(
      'w:numbering',
      `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '第%1条')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    )
    const draft = await imported(p('题目') + item(1, 0, '上课。') + item(1, 1, '备课。'), {
      parts: { 'word/numbering.xml': numbering },
    })
    expect(bodyOf(draft)).toContain('第一条 上课。\n\n1.1、备课。')
  })
})

it('prompts that nobody has filled in are no text', async () => {
  const draft = await imported(
    `${p('题目')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('单击此处输入文字。')}</w:sdtContent></w:sdt>${p('正文。')}`,
  )
  expect(bodyOf(draft)).not.toContain('单击')
  expect(told(draft)).toContain('没有放进草稿。单击此处输入文字。')
})

it('prompts of Word are known by their words where another program saved the file', async () => {
  const control = (text: string) =>
    `<w:p><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${r(text)}</w:sdtContent></w:sdt></w:p>`
  const draft = await imported(
    p('题目') +
      control('单击或点击此处输入文字。') +
      control('选择一项工作，说清楚。') +
      p('正文。'),
  )
  expect(bodyOf(draft)).not.toContain('单击')
  expect(bodyOf(draft)).toContain('选择一项工作，说清楚。')
  expect(told(draft)).toContain('没有放进草稿。单击或点击此处输入文字。')
})

it('text that stands in no paragraph is named', async () => {
  const draft = await imported(`${p('题目')}<w:p2>${r('没有段落的字')}</w:p2>${p('正文。')}`)
  expect(told(draft)).toContain('这一段没有放进草稿。没有段落的字')
})

it('names nothing as lost that the draft has: short texts inside long ones, links as typed', async () => {
  const note = (id: number, text: string, type = '') =>
    `<w:footnote w:id="${id}"${type}><w:p>${r(text)}</w:p></w:footnote>`
  const draft = await imported(
    `<w:p>${r('题目')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:p>${r('正文。')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>` +
      p('[见附件](甲)一共办了12期。') +
      p('12') +
      p('……………………') +
      p('甲 || 乙') +
      `<w:tbl>${['1', '2', '12', '21'].map((text) => `<w:tr><w:tc>${p(text)}</w:tc><w:tc>${p('1')}</w:tc></w:tr>`).join('')}</w:tbl>` +
      p('ي\u200d\u0654'),
    {
      parts: {
        'word/footnotes.xml': part(
          'w:footnotes',
          note(0, '________', ' w:type="separator"') +
            note(3, '（续前页）', ' w:type="continuationSeparator"') +
            note(1, '据示例支部二〇二四年的记录') +
            note(2, '据示例支部二〇二四年的记录整理'),
        ),
      },
    },
  )
  expect(told(draft)).not.toMatch(/这一段没有放进草稿|一段里的这些字|只有符号的一段/)
  expect(told(draft)).toContain('分隔线处的文字，没有放进草稿。（续前页）')
})

it('the title of an official document stands below its number', async () => {
  const centred = (text: string) => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${r(text)}</w:p>`
  const draft = await imported(
    centred('中共某某公司支部委员会文件') +
      centred('某党〔2024〕3号') +
      centred('关于开展公益课堂') +
      centred('的通知') +
      p('现通知如下。'),
  )
  expect(draft.title).toBe('关于开展公益课堂的通知')
  expect(draft.source.text).toContain('publisher: 中共某某公司支部委员会\n')
})

describe('pictures', () => {
  const blip = (inside = '', shape = '', alt = '会场') =>
    `<w:p><w:r><w:drawing><wp:inline><wp:docPr descr="${alt}"/><pic:pic><pic:blipFill><a:blip r:embed="i"/>${inside}</pic:blipFill><pic:spPr>${shape}</pic:spPr></pic:pic></wp:inline></w:drawing></w:r></w:p>`
  const extra: Extra = {
    relations: [['i', 'image', 'media/image1.png']],
    parts: { 'word/media/image1.png': tinyPng(16, 9) },
  }

  it('whose view cannot be drawn are refused, not written whole', async () => {
    for (const body of [
      blip('<a:srcRect l="40000"/>'),
      blip('', '<a:prstGeom prst="ellipse"/>'),
      blip('<a:stretch><a:fillRect l="-20000"/></a:stretch>'),
    ]) {
      const draft = await imported(p('题目') + body, extra)
      expect(draft.pictures).toEqual([])
      expect(told(draft)).toContain('图片“image1.png”没有写出')
    }
  })

  it('in a header or an unused part are listed, not written', async () => {
    const draft = await imported(p('题目'), {
      relations: [['h', 'header', 'header1.xml']],
      parts: {
        'word/header1.xml': part('w:hdr', blip()),
        'word/_rels/header1.xml.rels':
          '<Relationships><Relationship Id="i" Type="a/image" Target="media/image1.png"/></Relationships>',
        'word/media/image1.png': tinyPng(16, 9),
        'word/media/image2.png': tinyPng(8, 9),
      },
    })
    expect(draft.pictures).toEqual([])
    expect(told(draft)).toContain('页眉里有1张图片，没有放进草稿，也没有写出：image1.png')
    expect(told(draft)).toContain('没有用到的图片，没有写出：image2.png')
  })

  it('with a path for a description wait for one', async () => {
    const draft = await imported(p('题目') + blip('', '', 'C:/Users/某某/IMG_1.jpg'), extra)
    expect(bodyOf(draft)).toContain('![【待补：图片上有什么】](/media/demo/image-1.png)')
  })

  it('are cut, mirrored and turned pixel by pixel', () => {
    const bitmap = {
      width: 3,
      height: 2,
      data: new Uint8ClampedArray([1, 2, 3, 4, 5, 6].flatMap((value) => [value, 0, 0, 255])),
    }
    const reds = ({ data }: Bitmap) => [...data].filter((_, index) => index % 4 === 0)
    const crop = { left: 0.3, top: 0, right: 0, bottom: 0 }
    expect(reds(viewed(bitmap, { crop }))).toEqual([2, 3, 5, 6])
    expect(reds(viewed(bitmap, { turn: 90 }))).toEqual([4, 1, 5, 2, 6, 3])
    expect(reds(viewed(bitmap, { crop, mirrored: true, turn: 180 }))).toEqual([5, 6, 2, 3])
  })
})

/** Runs as documents nest and format them, each with a word of its own. */
const word = fc.integer({ min: 0, max: 0xffff }).map((value) => {
  const letters = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'
  return [12, 8, 4, 0].map((shift) => letters.charAt((value >> shift) & 15)).join('')
})
const looks = ['', '<w:b/>', '<w:strike/>', '<w:vanish/>', '<w:highlight w:val="yellow"/>']
const run = fc
  .tuple(
    word,
    fc.constantFrom(...looks, '<w:vertAlign w:val="superscript"/>', '<w:u w:val="single"/>'),
  )
  .map(([text, look]) => r(text, look))
const wraps: ((inner: string) => string)[] = [
  (inner) => inner,
  (inner) => `<w:ins>${inner}</w:ins>`,
  (inner) =>
    `<w:del>${inner.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:del>`,
  (inner) => `<w:moveFrom>${inner}</w:moveFrom>`,
  (inner) => `<w:hyperlink w:anchor="x">${inner}</w:hyperlink>`,
  (inner) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`,
  (inner) =>
    `<w:r><w:ruby><w:rt>${r('yīn')}</w:rt><w:rubyBase>${inner}</w:rubyBase></w:ruby></w:r>`,
  (inner) => `<w:r><w:drawing><w:txbxContent><w:p>${inner}</w:p></w:txbxContent></w:drawing></w:r>`,
  // A strict document has a namespace of its own for what its text boxes hold.
  (inner) =>
    `<w:r><w:drawing><wne:txbxContent><w:p>${inner}</w:p></wne:txbxContent></w:drawing></w:r>`,
]
const runs = fc
  .array(fc.tuple(run, fc.constantFrom(...wraps)), { minLength: 1, maxLength: 5 })
  .map((list) => list.map(([inner, wrap]) => wrap(inner)).join(''))
const picture = `<w:r><w:drawing><wp:inline><a:blip r:embed="i"/></wp:inline></w:drawing></w:r>`
/** A chart of a kind that only new programs know, and the picture of it for the others. */
const chart = `<w:r><mc:AlternateContent><mc:Choice Requires="cx1"><w:drawing><wp:inline><cx:chart r:id="c"/></wp:inline></w:drawing></mc:Choice><mc:Fallback>${picture.slice('<w:r>'.length, -'</w:r>'.length)}</mc:Fallback></mc:AlternateContent></w:r>`
const line = fc
  .tuple(runs, fc.constantFrom('', '', picture, chart))
  .map(([inner, drawn]) => `<w:p>${inner}${drawn}</w:p>`)
const table = (cells: readonly string[]) =>
  `<w:tbl>${cells.map((cell) => `<w:tr><w:tc>${cell}</w:tc><w:tc>${p('')}</w:tc></w:tr>`).join('')}</w:tbl>`
const block = fc.oneof(
  { weight: 3, arbitrary: line },
  { weight: 1, arbitrary: fc.array(line, { minLength: 1, maxLength: 3 }).map(table) },
  { weight: 1, arbitrary: line.map((inner) => table([table([inner])])) },
)

/** A note, a comment or a header, each with words of its own; `at` is what the text has for it. */
const besides = ['footnote', 'comment', 'header'] as const
const beside = fc.record({ kind: fc.constantFrom(...besides), runs })

describe('a census of documents that nobody wrote', () => {
  it('finds every run and every picture in the draft or in the report, as often as it stands', async () => {
    const blocks = fc.array(block, { minLength: 1, maxLength: 6 })
    const around = fc.array(beside, { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(blocks, around, async (list, others) => {
        const of = (wanted: string) =>
          others.flatMap((one, id) => (one.kind === wanted ? [{ ...one, id }] : []))
        const marks = of('footnote').map(
          ({ id }) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`,
        )
        const body = [...list, `<w:p>${r('注释')}${marks.join('')}</w:p>`].join('')
        const parted = (kind: string) =>
          of(kind)
            .map(({ id, runs: inner }) => `<w:${kind} w:id="${id}"><w:p>${inner}</w:p></w:${kind}>`)
            .join('')
        const headers = of('header').map(
          ({ id, runs: inner }) => [`word/header${id}.xml`, `<w:p>${inner}</w:p>`] as const,
        )
        const draft = await imported(p('题目') + body, {
          relations: [
            ['i', 'image', 'media/image1.png'],
            ['c', 'chartEx', 'charts/chartEx1.xml'],
            ...headers.map(([name], id): [string, string, string] => [
              `h${id}`,
              'header',
              name.slice('word/'.length),
            ]),
          ],
          parts: {
            'word/media/image1.png': tinyPng(16, 9),
            'word/charts/chartEx1.xml': part(
              'cx:chartSpace',
              '<cx:strDim><cx:lvl><cx:pt>图里的字</cx:pt></cx:lvl></cx:strDim>',
            ),
            'word/footnotes.xml': part('w:footnotes', parted('footnote')),
            'word/comments.xml': part('w:comments', parted('comment')),
            ...Object.fromEntries(headers.map(([name, xml]) => [name, part('w:hdr', xml)])),
          },
        })
        const everyXml = [body, ...others.map(({ runs: inner }) => inner)].join('')
        const named = draft.findings.filter(({ repeats }) => !repeats)
        const everything = [bodyOf(draft), draft.title, ...named.map(({ text = '' }) => text)].join(
          '\n',
        )
        const words = [...everyXml.matchAll(/>([甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳]{4})</g)].map(
          ([, text = '']) => text,
        )
        const count = (text: string, wanted: string) => text.split(wanted).length - 1
        for (const wanted of new Set(words))
          expect(count(everything, wanted), wanted).toBeGreaterThanOrEqual(
            words.filter((one) => one === wanted).length,
          )
        expect(told(draft)).not.toMatch(/这一段没有放进草稿|一段里的这些字/)
        expect(count(everything, '图里的字')).toBe(count(body, '<cx:chart '))
        const pictures = count(body, 'r:embed="i"')
        const asideCount = Number(/里有(\d+)张图片/.exec(told(draft))?.[1] ?? 0)
        expect(count(bodyOf(draft), '](/media/demo/image-') + asideCount).toBe(pictures)
      }),
      { numRuns: 30, endOnFailure: true },
    )
  })
})

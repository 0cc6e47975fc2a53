import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkLibrary } from '../src/check/check.ts'
import { buildLibrary } from '../src/content/library.ts'
import type { Draft } from '../src/import/draft.ts'
import { importFile } from '../src/import/import.ts'
import { knowledgeOf } from '../src/import/knowledge.ts'
import { todoList } from '../src/import/report.ts'
import { tinyPng } from '../src/rules/handbook/media.ts'
import { kindsOf } from '../src/scaffold/kinds.ts'
import { docx, item, p, part, r } from './docx.ts'
import fc from './fast-check.ts'

const today = '2026-11-25'
const empty = { root: '', entries: [], seeds: [], media: [], captions: [], issues: [] }
const library = buildLibrary(empty)
const [kind] = kindsOf()

function tryImport(bytes: Uint8Array, extension = '.docx') {
  if (!kind) throw new Error('no kind')
  return importFile(bytes, extension, {
    ...knowledgeOf(library),
    kind,
    fileName: 'demo',
    slugFor: () => 'demo',
    today,
  })
}

async function imported(bytes: Uint8Array, extension?: string): Promise<Draft> {
  const result = await tryImport(bytes, extension)
  if ('fault' in result) throw new Error(result.fault)
  return result
}

/** A zip with bytes put in before its list of parts, whose place it still tells as it was. */
function moved(zip: Uint8Array): Uint8Array {
  const at = Buffer.from(zip).indexOf('PK\x01\x02', 0, 'latin1')
  return Uint8Array.from([...zip.subarray(0, at), ...new Uint8Array(58), ...zip.subarray(at)])
}

const bodyOf = ({ draft }: Draft) => draft.text.split('\n---\n')[1]?.trim() ?? ''
const said = ({ findings }: Draft) => findings.map(({ message, text }) => `${message}${text ?? ''}`)

/** What is wrong with a draft besides what an editor has still to fill in. */
function errorsOf({ draft, source, pictures }: Draft) {
  const media = pictures.map(({ path, bytes }) => ({
    path,
    absolute: '',
    bytes: bytes.length,
    head: bytes,
  }))
  const read = buildLibrary({ ...empty, entries: [draft], seeds: [source], media })
  return checkLibrary(read, { today }).filter(({ severity }) => severity === 'error')
}

const prose = '行业党委每月组织一次学习，党员自己备课、自己讲，企业的职工也来听。'

describe('a case in Word', async () => {
  const draft = await imported(
    docx(
      [
        p('某某互联网行业党委的学习做法'),
        p('来源：示例日报 2025年3月12日 责编：某某'),
        p(prose),
        item(1, 0, '案例背景'),
        p('党员分散在六十多家企业。'),
        item(1, 0, '主要做法'),
        item(1, 1, '把课堂开进企业'),
        p('2024年办了12期, 先后有300余人听过课.'),
        item(2, 0, '自己备课'),
        item(2, 1, '先试讲'),
        item(3, 0, '第一步'),
        item(3, 0, '第二步'),
        item(1, 0, '取得成效'),
        p('职工评价(满意)占多数。'),
      ].join(''),
    ),
  )

  it('takes title, source line and numbered headings', () => {
    expect(draft.draft.text).toContain('title: 某某互联网行业党委的学习做法\n')
    expect(draft.source.text).toContain('publisher: 示例日报\n')
    expect(draft.source.text).toContain('published: 2025-03-12\n')
    expect(draft.source.text).toContain('editor: 某某\n')
    const headings = bodyOf(draft).match(/^#+ .*/gm)
    expect(headings).toEqual([
      '## 案例背景',
      '## 主要做法',
      '### （一）把课堂开进企业',
      '## 取得成效',
    ])
  })

  it('keeps lists with their depth', () => {
    expect(bodyOf(draft)).toContain('- 自己备课\n  - 先试讲')
    expect(bodyOf(draft)).toContain('1. 第一步\n2. 第二步')
  })

  it('mends half-width punctuation and says so', () => {
    expect(bodyOf(draft)).toContain('2024年办了12期[^demo-f02]，先后有300余人[^demo-f03]听过课。')
    expect(bodyOf(draft)).toContain('职工评价（满意）占多数。')
    expect(draft.findings.filter(({ kind }) => kind === 'mended').length).toBeGreaterThan(0)
  })

  it('offers figures as facts that nobody has verified', () => {
    expect(draft.source.text).toMatch(
      /figure: 300\n {4}unit: 人\n {4}qualifier: over\n {4}as_of: undated\n {4}verified: false/,
    )
    expect(draft.source.text).toMatch(/figure: 60\n/)
  })

  it('is a draft without errors', () => {
    expect(errorsOf(draft)).toEqual([])
  })
})

describe('headings as people type them', () => {
  it('are found by number, by style and by name', async () => {
    const typed = [
      '学习做法',
      '一、工作背景',
      prose,
      '二、主要做法',
      '（一）进企业',
      prose,
      '1. 先试讲',
      prose,
      '三、实际成效',
      prose,
    ]
    const draft = await imported(docx(typed.map((text) => p(text)).join('')))
    expect(bodyOf(draft).match(/^#+ .*/gm)).toEqual([
      ...['## 工作背景', '## 主要做法', '### （一）进企业', '#### 1. 先试讲', '## 实际成效'],
    ])
    const styled = await imported(
      docx(
        [
          p('学习做法', 'Title'),
          p('基本情况', 'H1'),
          p(prose),
          p('经验做法', 'H1'),
          p('小节', 'H2'),
          p(prose),
          p('成果', 'H1'),
          p(prose),
        ].join(''),
      ),
    )
    expect(bodyOf(styled).match(/^#+ .*/gm)).toEqual([
      '## 工作背景',
      '## 工作举措',
      '### 小节',
      '## 工作成效',
    ])
    expect(said(styled)).toContain('这个标题认作“背景”部分，写成了“工作背景”。基本情况')
  })

  it('leave a numbered list a list, and a long first line no title', async () => {
    const draft = await imported(docx([p(prose), p('1. 学习'), p('2. 讨论'), p(prose)].join('')))
    expect(bodyOf(draft)).not.toMatch(/^#+ 1/m)
    expect(said(draft)).toContain('没有认出标题，先写成“demo”。')
    expect(errorsOf(draft)).toEqual([])
  })
})

/** What each feature leaves in the draft, or in the report. */
const features: [string, Uint8Array, { draft?: string; report?: string }][] = [
  [
    'tracked insertion',
    docx(`${p('题目')}<w:p>${r('甲')}<w:ins>${r('新加')}</w:ins>${r('乙')}</w:p>`),
    { draft: '甲新加乙', report: '有1处修订里新加的文字' },
  ],
  [
    'tracked deletion',
    docx(
      `${p('题目')}<w:p>${r('留下')}<w:del><w:r><w:delText>删掉的话</w:delText></w:r></w:del></w:p>`,
    ),
    { draft: '留下', report: '删掉的话' },
  ],
  [
    'moved text',
    docx(
      `${p('题目')}<w:p><w:moveFrom>${r('搬走')}</w:moveFrom></w:p><w:p><w:moveTo>${r('搬来')}</w:moveTo></w:p>`,
    ),
    { draft: '搬来', report: '搬走' },
  ],
  [
    'comment',
    docx(p('题目') + p(prose), {
      parts: {
        'word/comments.xml': part(
          'w:comments',
          `<w:comment w:id="0" w:author="审稿人">${p('请核实')}</w:comment>`,
        ),
      },
    }),
    { report: '批注（审稿人）没有放进草稿，看看是否已经处理。请核实' },
  ],
  [
    'footnote',
    docx(`${p('题目')}<w:p>${r('正文')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, {
      parts: {
        'word/footnotes.xml': part(
          'w:footnotes',
          `<w:footnote w:id="2">${p('脚注文字')}</w:footnote>`,
        ),
      },
    }),
    { draft: '正文[^1]\n\n' },
  ],
  [
    'footnote text',
    docx(`${p('题目')}<w:p>${r('正文')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, {
      parts: {
        'word/footnotes.xml': part(
          'w:footnotes',
          `<w:footnote w:id="2">${p('脚注文字')}</w:footnote>`,
        ),
      },
    }),
    { draft: '[^1]: 脚注文字' },
  ],
  [
    'endnote',
    docx(`${p('题目')}<w:p>${r('正文')}<w:r><w:endnoteReference w:id="3"/></w:r></w:p>`, {
      parts: {
        'word/endnotes.xml': part('w:endnotes', `<w:endnote w:id="3">${p('尾注文字')}</w:endnote>`),
      },
    }),
    { draft: '[^1]: 尾注文字' },
  ],
  [
    'text box',
    docx(
      `${p('题目')}<w:p>${r('正文')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p('框里的字')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('框里的字')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ),
    { draft: '正文\n\n框里的字', report: '文本框里的文字' },
  ],
  [
    'shapes with text of their own',
    docx(
      `${p('题目')}<w:p>${r('正文')}<w:r><w:drawing><lc:lockedCanvas><a:sp><a:txSp><a:txBody><a:p><a:r><a:t>图形里的字</a:t></a:r></a:p><a:p><a:r><a:t>第二行</a:t></a:r></a:p></a:txBody></a:txSp></a:sp></lc:lockedCanvas></w:drawing></w:r></w:p>`,
    ),
    { draft: '正文', report: '图形里的文字没有放进草稿。图形里的字\n第二行' },
  ],
  [
    'header and footer',
    docx(p('题目') + p(prose), {
      relations: [
        ['h', 'header', 'header1.xml'],
        ['f', 'footer', 'footer1.xml'],
      ],
      parts: {
        'word/header1.xml': part('w:hdr', p('内部资料')),
        'word/footer1.xml': part('w:ftr', p('第1页')),
      },
    }),
    { report: '页眉没有放进草稿。内部资料' },
  ],
  [
    'content control, smart tag, custom XML',
    docx(
      `${p('题目')}<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:smartTag>${r('智能')}</w:smartTag><w:customXml>${r('标记')}</w:customXml><w:sdt><w:sdtContent>${r('控件')}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`,
    ),
    { draft: '智能标记控件' },
  ],
  [
    'hyperlink field',
    docx(
      `${p('题目')}<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.org/a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('看原文')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    ),
    { draft: '[看原文](https://example.org/a)' },
  ],
  [
    'hyperlink',
    docx(`${p('题目')}<w:p><w:hyperlink r:id="l">${r('看原文')}</w:hyperlink></w:p>`, {
      relations: [['l', 'hyperlink', 'https://example.org/b', true]],
    }),
    { draft: '[看原文](https://example.org/b)' },
  ],
  [
    'script link',
    docx(`${p('题目')}<w:p><w:hyperlink r:id="l">${r('点我')}</w:hyperlink></w:p>`, {
      relations: [['l', 'hyperlink', 'javascript:alert(1)', true]],
    }),
    { draft: '点我', report: 'javascript:alert(1)' },
  ],
  [
    'table of contents',
    docx(`${p('题目')}${p('一、背景 1', 'TOC1')}${p(prose)}`),
    { report: '自动生成的目录没有放进草稿，页面会自己生成目录。一、背景 1' },
  ],
  [
    'table with merged cells',
    docx(
      `${p('题目')}<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('合并')}</w:tc></w:tr><w:tr><w:tc>${p('甲|乙')}</w:tc><w:tc>${p('丙')}</w:tc></w:tr></w:tbl>`,
    ),
    {
      draft: '| 合并 |  |\n| --- | --- |\n| 甲\\|乙 | 丙 |',
      report: '有1处合并的单元格，跨过的地方写成了空格子，请核对：“合并”横跨2列',
    },
  ],
  [
    'nested table',
    docx(
      `${p('题目')}<w:tbl><w:tr><w:tc>${p('外一')}<w:tbl><w:tr><w:tc>${p('内一')}</w:tc><w:tc>${p('内二')}</w:tc></w:tr></w:tbl></w:tc><w:tc>${p('外二')}</w:tc></w:tr></w:tbl>`,
    ),
    { draft: '| 内一 | 内二 |', report: '表格里面的表格' },
  ],
  [
    'symbol font',
    docx(`${p('题目')}<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${r('已办')}</w:p>`),
    { draft: '✓已办' },
  ],
  [
    'equation',
    docx(
      `${p('题目')}<w:p><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>`,
    ),
    { draft: '(a+b)/2', report: '有1处公式' },
  ],
  [
    'ruby',
    docx(
      `${p('题目')}<w:p><w:r><w:ruby><w:rt>${r('chao')}</w:rt><w:rubyBase>${r('潮')}</w:rubyBase></w:ruby></w:r></w:p>`,
    ),
    { draft: '潮（chao）', report: '注音' },
  ],
  [
    'hidden text',
    docx(`${p('题目')}<w:p>${r('看得见')}${r('看不见', '<w:vanish/>')}</w:p>`),
    { draft: '看得见', report: '隐藏的文字，没有放进草稿。看不见' },
  ],
  [
    'bold beside punctuation',
    docx(`${p('题目')}<w:p>${r('“抓联系”', '<w:b/>')}${r('见实效')}</w:p>`),
    { draft: '“**抓联系**”见实效' },
  ],
  [
    'embedded object',
    docx(
      `${p('题目')}<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="o"/></w:object></w:r></w:p>`,
      {
        relations: [['o', 'package', 'embeddings/a.xlsx']],
        parts: { 'word/embeddings/a.xlsx': new Uint8Array(3000) },
      },
    ),
    { report: '嵌入的对象没有取出：Excel.Sheet.12，3 KB' },
  ],
  [
    'chart',
    docx(`${p('题目')}<w:p><w:r><w:drawing><c:chart r:id="c"/></w:drawing></w:r></w:p>`, {
      relations: [['c', 'chart', 'charts/chart1.xml']],
      parts: { 'word/charts/chart1.xml': part('c:chartSpace', '<c:v>增长率</c:v>') },
    }),
    { report: '增长率' },
  ],
  [
    'macros',
    docx(p('题目') + p(prose), { parts: { 'word/vbaProject.bin': new Uint8Array(10) } }),
    { report: '文件里有宏' },
  ],
  [
    'HTML inside',
    docx(`${p('题目')}<w:altChunk r:id="x"/>`, {
      relations: [['x', 'aFChunk', 'a.html']],
      parts: { 'word/a.html': '<p>插入的话</p><script>x</script>' },
    }),
    { report: '插入的话' },
  ],
  [
    'Markdown in the text',
    docx(
      p('题目') +
        [
          '# 不是标题',
          '- 不是列表',
          '1. 不是编号',
          '> 不是引用',
          '::: tip',
          '[^1]: 不是注',
          '*星号*',
          '`反引号`',
          '&amp;lt;b>',
        ]
          .map((text) => p(text))
          .join(''),
    ),
    { draft: '\\# 不是标题\n\n\\- 不是列表\n\n1\\. 不是编号\n\n\\> 不是引用\n\n\\::: tip' },
  ],
]

describe.each(features)('%s', async (_name, bytes, { draft: kept, report }) => {
  const draft = await imported(bytes)

  it('is in the draft or named in the report', () => {
    if (kept !== undefined) expect(`${bodyOf(draft)}\n\n`).toContain(kept)
    if (report !== undefined) expect(said(draft).join('\n')).toContain(report)
  })

  it('is accounted for where it is read', () => {
    const overlooked = draft.findings.filter(({ message }) => /^(这一段|一段里|只有)/.test(message))
    expect(overlooked).toEqual([])
  })
})

describe('pictures', () => {
  const drawing = (alt: string) =>
    `<w:p><w:r><w:drawing><wp:inline><wp:docPr descr="${alt}"/><a:blip r:embed="i"/></wp:inline></w:drawing></w:r></w:p>`
  const picture = (alt: string, name: string, bytes: Uint8Array) =>
    imported(
      docx(p('题目') + drawing(alt), {
        relations: [['i', 'image', `media/${name}`]],
        parts: { [`word/media/${name}`]: bytes },
      }),
    )

  it('are taken out with their description', async () => {
    const draft = await picture('会场里坐满了人', 'image1.png', tinyPng(16, 9))
    expect(bodyOf(draft)).toContain('![会场里坐满了人](/media/demo/image-1.png)')
    expect(draft.pictures.map(({ path }) => path)).toEqual(['content/media/demo/image-1.png'])
    expect(errorsOf(draft)).toEqual([])
  })

  it('are named by what they are, and wait for a description', async () => {
    const draft = await picture('图片 1', 'image1.jpg', tinyPng(16, 9))
    expect(bodyOf(draft)).toContain('![【待补：图片上有什么】](/media/demo/image-1.png)')
    expect(said(draft).join('\n')).toContain(
      '/media/demo/image-1.png（16×9 像素，1 KB）没有替代文字',
    )
  })

  it('that no page can show are kept beside the report', async () => {
    const draft = await picture('', 'image1.emf', new Uint8Array([1, 0, 0, 0]))
    expect(draft.pictures.map(({ path }) => path)).toEqual(['imports/demo/1-image1.emf'])
    expect(said(draft).join('\n')).toContain('格式不能用在网页上')
  })
})

describe('a file that cannot be read', () => {
  const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'))
  const compound = (name: string) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(508), ...utf16(name)])
  const whole = docx(p('题目'))
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) })
  it.each<[string, Uint8Array, string, RegExp]>([
    ['empty', new Uint8Array(), '.docx', /^文件是空的/],
    ['encrypted', compound('EncryptedPackage'), '.docx', /^文件有密码保护/],
    ['an old .doc', compound('WordDocument'), '.docx', /^这是旧版的 .doc 或 .wps 文件/],
    ['RTF', strToU8('{\\rtf1}'), '.docx', /^这是 RTF 文件/],
    ['PDF', strToU8('%PDF-1.7'), '.docx', /^PDF 损坏/],
    ['a page without words', strToU8('<html></html>'), '.docx', /^网页里没有文字/],
    ['slides', zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), '.docx', /^这是 PowerPoint/],
    ['old slides', compound('PowerPoint Document'), '.ppt', /^这是旧版的 PowerPoint/],
    ['OFD', zipSync({ 'OFD.xml': strToU8('<a/>') }), '.ofd', /^这是 OFD 版式文件/],
    ['a photograph of a phone', strToU8('\0\0\0\x18ftypheic\0\0\0\0'), '.docx', /HEIC.*最佳/],
    ['a picture', tinyPng(4, 3), '.docx', /^这是图片.*npm run picture/],
    ['a film', strToU8('\0\0\0\x18ftypmp42\0\0\0\0'), '.docx', /^这是视频.*npm run film/],
    [
      'a page in one file',
      strToU8('From: <Saved>\nMIME-Version: 1.0\n'),
      '.doc',
      /^这是存成单个文件的网页/,
    ],
    ['bytes of nothing known', Uint8Array.from([1, 0, 2, 0, 3]), '.docx', /^认不出这是什么文件/],
    ['a zip whose bytes have moved', moved(whole), '.docx', /^文件损坏/],
    ['a truncated zip', whole.subarray(0, whole.length / 2), '.docx', /^文件损坏/],
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), '.docx', /^表格文件读不懂/],
    [
      'OpenDocument',
      zipSync({ mimetype: strToU8('application/vnd.oasis') }),
      '.docx',
      /^这是 OpenDocument/,
    ],
    [
      'an OpenDocument sheet',
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
      }),
      '.docx',
      /^这是 OpenDocument 表格.*\.xlsx/,
    ],
    ['an old sheet', compound('Workbook'), '.xls', /^这是旧版的 \.xls.*\.xlsx/],
    ['a zip bomb', bomb, '.docx', /^文件展开以后太大/],
    ['blank text', strToU8(' \n '), '.txt', /^没有文字/],
  ])('%s is told in one sentence', async (_name, bytes, extension, sentence) => {
    const result = await tryImport(bytes, extension)
    expect(result).toEqual({ fault: expect.stringMatching(sentence) })
  })

  it('is told from what its name says: bytes decide', async () => {
    for (const extension of ['.doc', '.wps', '.txt', ''])
      expect(await tryImport(whole, extension)).toMatchObject({ title: '题目' })
    expect(await tryImport(strToU8('学习做法'), '.docx')).toMatchObject({ title: '学习做法' })
  })

  it('is a mark that Word has the document open', async () => {
    const options = { ...knowledgeOf(library), slugFor: () => 'demo', today, fileName: '~$例汇报' }
    const result = kind && (await importFile(new Uint8Array(162), '.docx', { ...options, kind }))
    expect(result).toEqual({ fault: expect.stringContaining('“…例汇报”在 Word 或 WPS 里打开') })
  })

  it('whatever bytes it holds, nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(whole.length),
        async (noise, at) => {
          const spoilt = Uint8Array.from(whole)
          spoilt.set(noise.subarray(0, Math.max(0, whole.length - at)), at)
          for (const extension of ['.docx', '.html', '.txt']) await tryImport(spoilt, extension)
        },
      ),
      { numRuns: 30, endOnFailure: true },
    )
  })

  it('however deep its tables stand in each other', async () => {
    const open = '<w:tbl><w:tr><w:tc>'.repeat(5000)
    const close = '</w:tc></w:tr></w:tbl>'.repeat(5000)
    const result = await tryImport(docx(p('题目') + open + p('最里面') + close))
    expect(result).toEqual({ fault: expect.stringMatching(/^文件里的表格或框套得太深/) })
  })
})

describe('a saved page', () => {
  const page = `<html><head><meta charset="utf-8"><title>公益课堂_示例网</title>
    <link rel="canonical" href="https://example.org/2025/report.htm"></head><body>
    <div class="nav"><a href="/">首页</a></div><div class="article"><h1>公益课堂</h1>
    <p>来源：<a>示例网</a> 2025-03-12</p><p>${prose}</p><h2>主要做法</h2><p>${prose}</p>
    <table><tr><th>年</th><th>期</th></tr><tr><td>2024</td><td>12</td></tr></table>
    <ul><li>备课<ul><li>试讲</li></ul></li></ul><script>alert(1)</script></div></body></html>`

  it('gives its article, and names the rest', async () => {
    const draft = await imported(strToU8(page), '.html')
    expect(draft.title).toBe('公益课堂')
    expect(bodyOf(draft)).toContain('| 年 | 期 |\n| --- | --- |\n| 2024 | 12 |')
    expect(bodyOf(draft)).toContain('- 备课\n  - 试讲')
    expect(draft.source.text).toContain('url: https://example.org/2025/report.htm\n')
    expect(draft.source.text).toContain('publisher: 示例网\n')
    expect(said(draft).join('\n')).toContain(
      '文章以外的1段文字（导航、提示、推荐和页脚）没有放进草稿。首页',
    )
    expect(draft.draft.text).not.toContain('alert')
    expect(errorsOf(draft)).toEqual([])
  })
})

describe('text', () => {
  it('is read in the encoding it has', async () => {
    // “学习做法” in GB 18030.
    const gbk = Uint8Array.from([0xd1, 0xa7, 0xcf, 0xb0, 0xd7, 0xf6, 0xb7, 0xa8])
    const draft = await imported(gbk, '.txt')
    expect(draft.title).toBe('学习做法')
    expect(said(draft)).toContain('文件按 GB 18030 编码读出，请看看有没有乱码。')
  })

  it('keeps every line, whatever is pasted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 12 }),
        async (lines) => {
          const result = await tryImport(strToU8(lines.join('\n')), '.txt')
          if ('fault' in result) return
          const everything = `${result.draft.text}${result.source.text}${todoList('demo.txt', result)}`
          const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
          for (const { text } of result.ledger) expect(letters(everything)).toContain(letters(text))
          const read = buildLibrary({ ...empty, entries: [result.draft], seeds: [result.source] })
          expect(read.rejected).toEqual([])
        },
      ),
      { numRuns: 25, endOnFailure: true },
    )
  })
})

import type { GridCell, WordBlock } from '../../formats/word/blocks.ts'
import { wordFile } from '../../formats/word/file.ts'
import { draftNote } from './note.ts'
import type { MinutesSheet, SheetRow } from './sheet.ts'

/** The record as a Word file, with its sign-in sheet; what it says is what the printed one says. */
export function minutesWord(sheet: MinutesSheet, creator: string): Uint8Array {
  return wordFile({
    title: '会议记录',
    creator,
    isForm: true,
    isFull: sheet.isFull,
    blocks: minutesBlocks(sheet),
  })
}

const cell = (text: string): GridCell => ({ lines: text === '' ? [] : text.split('\n') })
const head = (text: string): GridCell => ({ lines: [text], isBold: true })
const number = (text: string | number): GridCell => ({ lines: [String(text)], isRight: true })
const centred = (text: string): WordBlock => ({
  kind: 'paragraph',
  runs: [{ text }],
  centred: true,
})
const line = (text: string): WordBlock => ({ kind: 'paragraph', runs: [{ text }], apart: true })

function minutesBlocks(sheet: MinutesSheet): WordBlock[] {
  return [
    centred(draftNote),
    basics(sheet),
    { kind: 'heading', level: 1, runs: [{ text: '一、议程和时间' }] },
    agenda(sheet),
    { kind: 'heading', level: 1, runs: [{ text: '二、表决和决议' }] },
    votes(sheet),
    line(
      `附件${space}${sheet.attachments.map(({ text, on }) => `${on ? '☑' : '☐'} ${text}`).join(space)}`,
    ),
    line(
      `主持人签字${blank}${space.repeat(3)}记录人签字${blank}${space.repeat(6)}年${space.repeat(2)}月${space.repeat(2)}日`,
    ),
    { kind: 'page', title: '签到表' },
    centred(sheet.sign.about),
    signIn(sheet.sign.rows),
    line([`实到${shortBlank}人`, `缺席${shortBlank}人`, `核对人${blank}`].join(space.repeat(6))),
  ]
}

/** A character's width of nothing, to set things on a line apart. */
const space = '\u3000'
const blank = '＿＿＿＿＿＿＿'
const shortBlank = '＿＿＿'

function basics(sheet: MinutesSheet): WordBlock {
  const four = (...[a, b, c, d]: [string, string, string, string]) => ({
    cells: [head(a), cell(b), head(c), cell(d)],
  })
  return {
    kind: 'grid',
    widths: [20, 68, 20, 66],
    rows: [
      { cells: [head('会议名称'), { ...cell(sheet.name), span: 3 }] },
      four('时间', sheet.time, '地点', sheet.place),
      four('主持人', sheet.host, '记录人', sheet.minuteTaker),
      four('到会', sheet.attendance, '缺席原因', sheet.absences),
    ],
  }
}

function agenda({ rows, planned, actual }: MinutesSheet): WordBlock {
  const titles = ['实际时间', '类别', '内容和要点', '计划', '实际'].map(head)
  const row = ({ time, kind, lines, planned, actual }: SheetRow) => ({
    cells: [cell(time), cell(kind), { lines }, number(planned), number(actual)],
  })
  const sum = [cell(''), cell(''), { ...number('合计（分钟）'), isBold: true as const }]
  return {
    kind: 'grid',
    widths: [28, 17, 103, 13, 13],
    rows: [
      { cells: titles, isHead: true },
      ...rows.map(row),
      { cells: [...sum, number(planned), number(actual)] },
    ],
  }
}

function votes({ votes: all }: MinutesSheet): WordBlock {
  const shown = all.length > 0 ? all : [{ matter: '', result: '', resolution: '' }]
  return {
    kind: 'grid',
    widths: [20, 154],
    rows: shown.flatMap(({ matter, result, resolution }) => [
      { cells: [head('表决事项'), cell(matter)] },
      { cells: [head('结果'), cell(result)] },
      { cells: [head('决议'), cell(resolution)], height: 15 },
    ]),
  }
}

function signIn(count: number): WordBlock {
  const rows = Array.from({ length: count }, (_, index) => ({
    cells: [cell(String(index + 1)), cell(''), cell(''), cell('')],
    height: 9.4,
  }))
  const titles = ['序号', '姓名', '签名', '缺席（写原因）'].map(head)
  return {
    kind: 'grid',
    widths: [14, 34, 52, 74],
    rows: [{ cells: titles, isHead: true }, ...rows],
  }
}

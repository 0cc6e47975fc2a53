import { describe, expect, it } from 'vitest'
import { fixFiles } from '../src/check/fix.ts'
import { caseOf, hostile, issuesWith, portalWith } from './hostile/portal.ts'

const scope = { today: '2026-11-25' }
const takesEffect = /-takes-effect$|^typed-text|^callout|^address|^text-has-no-formula/

/** What `--fix` of the rules about marks makes of a body. */
function mended(body: string): string {
  const file = caseOf(body)
  const isAboutMarks = ({ rule }: { rule: string }) => takesEffect.test(rule)
  const [fixed] = fixFiles(portalWith([file]), scope, isAboutMarks)
  return (fixed?.after ?? file.text).slice(file.text.length - body.length)
}

/** Rules about marks that find something in a body. */
function told(body: string): string[] {
  const issues = issuesWith([caseOf(body)]).filter(({ file }) => file === hostile)
  return issues.flatMap(({ rule }) => (takesEffect.test(rule) ? rule : []))
}

describe('forms from an IME, a text program or another dialect', () => {
  it.each([
    ['＊＊重点＊＊后文。', '**重点**后文。'],
    ['这是__重点：__后文。', '这是**重点：**后文。'],
    ['这是==重点==后文。', '这是**重点**后文。'],
    ['这是** 重点 **后文。', '这是**重点**后文。'],
    ['##标题', '## 标题'],
    ['＃＃ 标题', '## 标题'],
    ['＃＃标题', '## 标题'],
    ['##　标题', '## 标题'],
    ['    ## 标题', '## 标题'],
    ['> ##标题', '> ## 标题'],
    ['＞ 引文', '> 引文'],
    ['-甲\n-乙', '- 甲\n- 乙'],
    ['－ 甲\n－ 乙', '- 甲\n- 乙'],
    ['• 甲\n• 乙', '- 甲\n- 乙'],
    ['1、甲\n2、乙', '1. 甲\n2. 乙'],
    ['１．甲\n２．乙', '1. 甲\n2. 乙'],
    ['一、甲\n二、乙', '一、甲\n\n二、乙'],
    ['（1）甲\n（2）乙\n（3）丙', '（1）甲\n\n（2）乙\n\n（3）丙'],
    ['①甲\n②乙', '①甲\n\n②乙'],
    ['1）甲\n2）乙', '1）甲\n\n2）乙'],
    ['> 一、甲\n> 二、乙', '> 一、甲\n>\n> 二、乙'],
    ['- 项\n  一、甲\n  二、乙', '- 项\n\n  一、甲\n\n  二、乙'],
    ['- [ ] 待办\n- [x] 已办', '- ☐ 待办\n- ☑ 已办'],
    ['1. 甲\n  - 子\n  - 子\n2. 乙', '1. 甲\n   - 子\n   - 子\n2. 乙'],
    ['甲|乙\n—|—\n1|2', '甲|乙\n---|---\n1|2'],
    ['｜甲｜乙｜\n｜：——｜——：｜\n｜1｜2｜', '|甲|乙|\n|:---|---:|\n|1|2|'],
    ['看【案例】（/cases/demo）。', '看[案例](/cases/demo)。'],
    ['看［案例］(/cases/demo)。', '看[案例](/cases/demo)。'],
    ['看[案例]（https://example.org/a）。', '看[案例](https://example.org/a)。'],
    ['看[[示例条目的组织]]。', '看[[示例条目的组织]]。'],
    ['扩充至600余家【^demo-f01】。', '扩充至600余家[^demo-f01]。'],
    ['扩充至600余家［^demo-f01］。', '扩充至600余家[^demo-f01]。'],
    ['扩充至600余家[＾demo-f01]。', '扩充至600余家[^demo-f01]。'],
    ['扩充至600余家[^DEMO-F01]。', '扩充至600余家[^demo-f01]。'],
    ['：：： tip\n文。\n：：：', '::: tip\n文。\n:::'],
  ])('%j is told and mended', (typed, right) => {
    expect(told(typed)).not.toEqual([])
    expect(mended(typed)).toBe(right)
    if (right !== typed) expect(told(right)).toEqual([])
  })

  it.each([
    '见https://example.org/a。',
    '能量$E=mc^2$。',
    '看[[没有这一页]]。',
    '看[甲][1]。\n\n[1]: https://example.org/a',
    '扩充至600余家【^没有】。',
    '长*宽*高。',
    '标题\n===',
    '>2020年成立。',
    '一段话。[1]\n\n[1]: https://example.org/a',
  ])('%j is told', (typed) => {
    expect(told(typed)).not.toEqual([])
  })

  it.each([
    '**12%**左右，**“引号”**后，*重点：*后，（*注*）。',
    '5*8小时，7*24小时，20~~30人，>60%。',
    '>60%的企业建立了党组织。',
    '    四个空格开头。',
    '#学习强国#的话题，第#1号，C#语言。',
    '票价$5到$10，a==b，snake_case，【记者】（张三）。',
    '一、甲\n\n二、乙\n\n（1）丙',
    '第一条 甲\n第二条 乙',
    '1. 甲\n2. 乙\n\n- 丙\n  - 丁',
    '见[案例](/cases/demo)。**粗**、`==码==`、~~删~~。',
    '自强不息，厚\n德载物。',
    '下一段\n\n---\n\n再下一段',
  ])('%j is as it should be', (typed) => {
    expect(told(typed)).toEqual([])
    expect(mended(typed)).toBe(typed)
  })
})

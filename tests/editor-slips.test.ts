import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../src/content/library.ts'
import { newMemory } from '../src/content/memory.ts'
import { examplePortal } from '../src/rules/handbook/portal.ts'
import { ruleInfos, rules } from '../src/rules/index.ts'
import { runRules } from '../src/rules/engine/run.ts'

/**
 * Slips as editors make them, each alone in a sound entry: the check must name it on its own line, in
 * words that say what was typed or what to do.
 */
const file = 'content/cases/sound.md'
const sound = `---
title: 示例数据库有600余家企业
summary: 示例委员会在2021年6月建起数据库，收入600余家企业，谁联系哪一家写得清清楚楚。
date: 2026-11-01
status: published
topics: [组织力]
provenance: compiled
sources: [demo]
unit: demo-committee
measures: [{ name: 摸底建库, text: 建起数据库，收入600余家企业, cites: [demo-f01] }]
---

## 工作背景

以前哪家企业在哪里，没有人说得清楚，上门常常扑空，党组织也不知道该先找谁。企业换了地址，台账上还是老样子；党员换了公司，组织关系也跟不上。

联系人各记各的本子，口径不一样，合不到一起，开会时只好凭印象说。

## 工作举措

2021年6月，数据库收入600余家企业。[^demo-f01]其中63家是市级重点。[^demo-f02]

每月学习一次，书记带头讲课，说：“先把底数摸清，再上门。”

- 先摸底，逐家上门，问清地址、人数和联系人
- 再建库，按片区分给联系人，谁联系谁更新
- 每次学习之后，把遇到的难处写进台账，下次开会逐条说明办到了哪一步

## 工作成效

约2万名党员参加。[^demo-f03]详情见[示例网站](https://example.org/report)。
`

type Slip = [name: string, from: string, to: string, words: RegExp]

const body = '每月学习一次，书记带头讲课'
const slips: Slip[] = [
  ['字段后面用了全角冒号', 'title: 示例', 'title：示例', /全角|半角|冒号/],
  ['冒号后面没有空格', 'status: published', 'status:published', /空格|冒号/],
  ['字段前面按了 Tab', 'topics: [', '\ttopics: [', /Tab|制表符/],
  ['字段写了两次', 'provenance: compiled', 'provenance: compiled\ndate: 2026-11-02', /两次|重复/],
  ['字段名写成中文', 'unit: demo', '单位: demo', /单位/],
  ['日期写成斜线', 'date: 2026-11-01', 'date: 2026/11/01', /日期|2026-/],
  ['日期没有这一天', 'date: 2026-11-01', 'date: 2026-11-31', /日历上有/],
  ['发布日期还没有到', 'date: 2026-11-01', 'date: 2027-11-01', /还没有到/],
  ['状态写成中文', 'status: published', 'status: 发布', /published|发布/],
  ['主题不在表里', 'topics: [组织力]', 'topics: [组织里]', /组织里/],
  ['来源写错编号', 'sources: [demo]', 'sources: [dmeo]', /dmeo/],
  ['单位写错编号', 'unit: demo-committee', 'unit: demo-comittee', /demo-comittee/],
  ['忘了摘要', 'summary: 示例委员会在', 'sumary: 示例委员会在', /sumary|摘要/],
  ['列表用了全角逗号', 'topics: [组织力]', 'topics: [组织力，网络公益]', /组织力，网络公益|逗号/],
  ['引号没有配对', 'title: 示例', 'title: "示例', /引号/],
  ['小标题的井号后没有空格', '## 工作举措', '##工作举措', /空一?格/],
  ['小标题用了全角井号', '## 工作成效', '＃＃ 工作成效', /＃|井号|小标题/],
  ['小标题跳级', '## 工作举措', '#### 工作举措', /级|##/],
  ['小标题带了句号', '## 工作背景', '## 工作背景。', /末尾/],
  ['列表号后没有空格', '- 再建库', '-再建库', /空一?格/],
  [
    '粘来网页代码',
    body,
    `<span style="color:red">每月学习一次</span>，书记带头讲课`,
    /代码|标签|HTML/,
  ],
  ['脚注编号写错', '[^demo-f01]其中', '[^demo-f91]其中', /demo-f91/],
  ['脚注少了尖号', '[^demo-f01]其中', '[demo-f01]其中', /demo-f01/],
  [
    '图片写了本机路径',
    body,
    `![会场](C:\\Users\\me\\a.png)每月学习一次，书记带头讲课`,
    /图片|路径|反斜/,
  ],
  ['图片文件不存在', body, `![会场](/media/none.png)\n\n每月学习一次，书记带头讲课`, /none\.png/],
  ['图片没有替代文字', body, `![](/media/demo.png)\n\n每月学习一次，书记带头讲课`, /替代文字/],
  ['链接用了 http', 'https://example.org/report', 'http://example.org/report', /https/],
  [
    '链接写成全角括号',
    '](https://example.org/report)',
    '](https://example.org/report）',
    /括号|链接/,
  ],
  ['链接文字是“点击这里”', '[示例网站]', '[点击这里]', /点击这里/],
  ['提示框没有收尾', '- 先摸底', '::: tip\n- 先摸底', /:::/],
  ['留下手机号码', body, '每月学习一次，电话13800138000', /手机/],
  ['留下身份证号码', body, '每月学习一次，身份证11010519491231002X', /身份证/],
  ['留下电子邮箱', body, '每月学习一次，邮箱zhangsan@example.com', /邮箱|邮件/],
  ['混进繁体字', body, '每月學習一次，书记带头讲课', /繁体|学/],
  ['编码错乱', body, '每月学习一次，锟斤拷书记带头讲课', /乱码/],
  ['看不见的字符', body, '每月学习​一次，书记带头讲课', /看不见/],
  ['用了半角逗号', body, '每月学习一次,书记带头讲课', /半角|逗号/],
  ['用了半角括号', body, '每月学习(线上)一次，书记带头讲课', /括号/],
  ['用了直引号', '“先把底数摸清，再上门。”', '"先把底数摸清，再上门。"', /引号/],
  ['引号不成对', '再上门。”', '再上门。', /引号|配对|“/],
  ['省略号写成三个点', '谁联系谁更新', '谁联系谁更新...', /省略号/],
  ['破折号写成减号', '每月学习一次，书记', '每月学习一次--书记', /破折号/],
  ['数字是全角的', '其中63家', '其中６３家', /全角/],
  ['汉字之间敲了空格', body, '每月学习 一次，书记带头讲课', /空格/],
  ['字打了两遍', body, '每月学习一次，书记书记书记带头讲课', /两遍/],
  [
    '段落没有句号',
    '约2万名党员参加。[^demo-f03]详情见[示例网站](https://example.org/report)。',
    '约2万名党员参加。[^demo-f03]详情见[示例网站](https://example.org/report)',
    /标点|句号/,
  ],
  ['用了叹号', '谁联系谁更新', '谁联系谁更新！', /叹号/],
  ['党的20大', body, '每月学习党的20大精神，书记带头讲课', /20大/],
  ['书纪', body, '每月学习一次，支部书纪带头讲课', /书纪/],
  ['再接再励', body, '每月学习一次，书记号召再接再励', /再接再励/],
  ['截止', body, '截止2021年底，每月学习一次', /截止/],
  ['截至……为止', body, '截至2021年底为止，每月学习一次', /为止/],
  ['领导人姓名', body, '每月学习习进平总书记重要讲话', /习进平/],
  ['固定提法', body, '每月学习习近平新时代中国特色社会主意思想', /固定提法/],
  ['短的提法', body, '坚持三会一刻，每月学习一次', /三会一刻/],
  ['没有的日子', body, '2021年2月30日起每月学习一次', /2月30日/],
  ['的和得', body, '每月学习一次，取的明显成效', /取的|得/],
  [
    '段落粘贴了两遍',
    '- 先摸底',
    '联系人各记各的本子，口径不一样，合不到一起，开会时只好凭印象说。\n\n- 先摸底',
    /一模一样/,
  ],
  ['数字改错', '600余家企业。[^demo-f01]', '610余家企业。[^demo-f01]', /610|600/],
  ['丢了“余”', '600余家企业。[^demo-f01]', '600家企业。[^demo-f01]', /余/],
  ['单位写错', '其中63家是', '其中63人是', /63/],
  ['丢了“约”', '约2万名党员参加', '2万名党员参加', /约/],
  ['月份写错', '2021年6月，数据库', '2021年7月，数据库', /2021年7月|6月/],
]

const memory = newMemory()

function issuesOf(text: string) {
  const { portal } = examplePortal([{ path: file, text, raw: true }])
  const library = buildLibrary(portal, { memory })
  return runRules({ library, rules, today: '2026-11-30', known: ruleInfos })
    .filter((issue) => issue.file === file)
    .map((issue) => ({ ...issue, words: `${issue.message} ${issue.hint ?? ''}` }))
}

/** The first line that the slip changes. */
function lineOf(text: string): number {
  const before = sound.split('\n')
  return text.split('\n').findIndex((line, index) => line !== before[index]) + 1
}

describe('slips of editors', () => {
  const quiet = new Set(['entry-is-led-to'])
  const missed: string[] = []

  it('start from an entry without a fault', () => {
    expect(issuesOf(sound).filter(({ rule }) => !quiet.has(rule))).toEqual([])
  })

  it('are found on their lines, in words that say what is wrong', () => {
    for (const [name, from, to, words] of slips) {
      expect(sound, name).toContain(from)
      const slipped = sound.replace(from, to)
      const line = lineOf(slipped)
      const found = issuesOf(slipped)
      const near = (at: number) =>
        at >= line && at <= line + to.split('\n').length - from.split('\n').length
      if (!found.some((issue) => near(issue.line) && words.test(issue.words)))
        missed.push(
          `${name}:${line} ${JSON.stringify(found.map((one) => `${one.line} ${one.rule} ${one.message}`))}`,
        )
    }
    expect(slips.length).toBeGreaterThanOrEqual(60)
    expect(missed).toEqual([])
  })
})

/** Seeded portals of any size in the content model, for measuring the check. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'

const subjects = ['行业党委', '企业党支部', '党建联盟', '流动党员服务站', '社区党委', '街道党工委']
const places = ['园区', '街道', '写字楼', '产业基地', '直播基地', '社区']
const deeds = ['学习党史', '走访企业', '结对帮扶', '清理谣言', '讲授党课', '整理台账', '登门调研']
const results = ['企业安心经营', '党员找到组织', '群众少跑了路', '问题当天答复', '经验写进制度']
const topics = ['组织力', '智慧党建', '行业自律', '网络公益', '教育培训']

/** Characters of prose an entry's body has, about. */
const bodyLength = 1500

/** Write a portal of `count` entries below a folder that does not exist yet. */
export function writePortal(root: string, count: number): void {
  const random = createRandom(count)
  const organizations = Math.max(1, Math.floor(count / 20))
  write(root, 'site.yaml', `name: 测试门户\ntopics: [${topics.join(', ')}]\n`)
  for (let index = 0; index < organizations; index++)
    write(root, `content/organizations/org-${index}.md`, organization(random, index, count))
  for (let index = 0; index < count - organizations; index++) {
    write(root, `content/cases/case-${index}.md`, report(random, { index, count, organizations }))
    if (index % 3 === 0) write(root, `seeds/s${index}.yaml`, source(index))
  }
}

function organization(random: Random, index: number, count: number): string {
  const related = random.below(Math.floor(count * 0.9))
  return `---
${common(random, `${letters(index)}组织`)}
related: [/cases/case-${related}]
kind: 行业党委
---

${prose(random, bodyLength)}
`
}

interface Numbers {
  index: number
  count: number
  organizations: number
}

function report(random: Random, { index, count, organizations }: Numbers): string {
  const owner = random.below(organizations)
  const cited = index - (index % 3)
  const next = (index + 1) % Math.max(1, count - organizations)
  const cite = () => `600余家[^s${cited}-f${random.below(5) + 1}]`
  const section = (): string =>
    Array.from({ length: 3 }, () => `${prose(random, bodyLength / 9)}覆盖企业${cite()}。`).join(
      '\n\n',
    )
  return `---
${common(random, `${letters(index)}案例`)}
unit: org-${owner}
organizations: [org-${owner}]
regions: [浙江省/杭州市]
sources: [s${cited}]
related: [/cases/case-${next}]
keys:
  - 先把企业找到，再把组织建起来。
  - 学习以后办一件实事。
---

## 工作背景

${section()}

## 工作举措

### 先把底数摸清

${section()}

- 每月学习一次
- 每季度走访一次，见[另一篇案例](/cases/case-${next})

| 年份 | 企业 |
| --- | --- |
| 2021 | ${cite()} |

## 工作成效

${section()}
`
}

function source(index: number): string {
  const facts = Array.from(
    { length: 5 },
    (_, place) => `  - id: s${index}-f${place + 1}
    statement: 数据库收入600余家企业。
    figure: 600
    unit: 家企业
    qualifier: over
    as_of: undated
`,
  )
  return `id: s${index}
title: ${letters(index)}报道
publisher: 测试日报
published: 2021-06-09
url: https://example.org/report/${index}
accessed: 2026-11-01
quality: full
facts:
${facts.join('')}`
}

function common(random: Random, title: string): string {
  return `title: ${title}
summary: ${prose(random, 60).replaceAll('\n', '')}
date: 2026-10-${String(random.below(28) + 1).padStart(2, '0')}
status: published
topics: [${random.pick(topics)}]
provenance: compiled`
}

/** A number no rule takes for a figure: 27 → 乙乙. */
function letters(index: number): string {
  const stems = '甲乙丙丁戊己庚辛壬癸'
  return Array.from(String(index), (digit) => stems[Number(digit)]).join('')
}

function prose(random: Random, length: number): string {
  let text = ''
  while (text.length < length) {
    const start = `${random.pick(subjects)}在${random.pick(places)}`
    text += `${start}组织党员${random.pick(deeds)}，${random.pick(deeds)}，让${random.pick(results)}。`
  }
  return text
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

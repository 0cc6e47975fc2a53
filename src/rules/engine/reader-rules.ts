import type { Area, InArea, RuleInfo } from './rule.ts'

type Fault = Pick<RuleInfo, 'id' | 'summary'>

const inTexts: Fault[] = [
  { id: 'body-within-limits', summary: '正文的行数和标记符号都在读得完的范围里。' },
  { id: 'collected-portal-is-whole', summary: '汇集来的门户，几个文件都在。' },
  { id: 'fact-id-is-unique', summary: '每个事实编号只用一次。' },
  { id: 'field-is-known', summary: '字段都是这个栏目有的字段。' },
  { id: 'field-is-present', summary: '必填的字段都写了。' },
  { id: 'field-matches-model', summary: '字段的值符合内容模型。' },
  { id: 'file-belongs-here', summary: '文件放在该放的文件夹里。' },
  { id: 'front-matter-is-yaml', summary: '条目以一段 YAML front matter 开头。' },
  { id: 'json-is-whole', summary: '汇集来的文件是完整的 JSON。' },
  { id: 'yaml-is-plain', summary: 'YAML 只用普通的字段和列表。' },
]

const onDisk: Fault[] = [
  { id: 'file-can-be-read', summary: '每个文件和文件夹都读得出来。' },
  { id: 'file-is-not-a-link', summary: '文件都是真正的文件，不是符号链接。' },
  { id: 'file-is-utf8', summary: '文本文件用 UTF-8 编码。' },
  { id: 'file-name-is-plain', summary: '文件名只用小写字母、数字和连字符。' },
  { id: 'file-within-size', summary: '文件不超过大小上限。' },
]

const inMedia: Fault[] = [
  { id: 'image-is-readable', summary: '图片能读出尺寸。' },
  { id: 'media-is-what-it-says', summary: '图片和视频的内容与扩展名一致。' },
]

const bytesAreTestedBy = 'tests/rules.test.ts'

/** Promises that reading the files holds (`src/content`), described like any rule. */
export const readerRules: readonly InArea[] = [
  ...inArea('model', inTexts),
  ...inArea('model', onDisk, bytesAreTestedBy),
  ...inArea('media', inMedia, bytesAreTestedBy),
]

function inArea(area: Area, faults: readonly Fault[], testedBy?: string): InArea[] {
  return faults.map((fault) => ({
    ...fault,
    ...(testedBy ? { testedBy } : {}),
    area,
    severity: 'error',
    silenceable: false,
  }))
}

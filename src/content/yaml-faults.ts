import type { YAMLError } from 'yaml'

/** What is wrong with YAML at an offset of its text, in words of an editor. */
interface YamlFault {
  offset: number
  message: string
  hint: string
}

type Slip = [pattern: RegExp, message: (found: string[]) => string, hint: string]

const blanks: Readonly<Record<string, string>> = {
  '\u00a0': '从网页或 Word 粘贴来的不换行空格（U+00A0）',
  '\u3000': '全角空格',
}
const blankName = (blank = '') => blanks[blank[0] ?? ''] ?? '看着像空格的字符'

/** What people type by mistake in a line of fields; the last group of the pattern is what is named. */
const slips: Slip[] = [
  [
    /^\s*(?:- )?["']?([A-Za-z_]+)["']?\s*(：)/,
    ([name]) => `${name} 后面的冒号是全角的“：”，程序认不出字段名。`,
    '换成半角冒号，后面空一格：“字段: 值”。',
  ],
  [
    /^\s*(?:- )?([A-Za-z_]+):([\u00a0\u3000\u2000-\u200b\u202f]+)/,
    ([name, blank]) => `${name} 的冒号后面是${blankName(blank)}，不是普通的空格。`,
    '删去它，用空格键打一个空格。',
  ],
  [
    /^()([\u00a0\u3000\u2000-\u200b\u202f]+)/,
    ([, blank]) => `行首的缩进是${blankName(blank)}，不是普通的空格。`,
    '删去它，用空格键缩进，每级两个。',
  ],
  [
    /^\s*(?:- )?([A-Za-z_]+)(:)(?=[^\s/])/,
    ([name]) => `${name} 的冒号后面少了一个空格。`,
    '写成“字段: 值”，冒号后空一格。',
  ],
  [
    /^\s*(?:- )?([A-Za-z_]+):\s+([@`%])/,
    ([name, mark]) => `${name} 的值以 ${mark} 开头，这个符号另有用处。`,
    '用引号把值括起来，例如 title: "@某某"。',
  ],
  [
    /^\s*(?:- )?([A-Za-z_]+):\s+(?:(")(?!.*[^\\]"\s*$)|(')(?!.*'\s*$))/,
    ([name]) => `${name} 的值少了右边的引号。`,
    '在值的末尾补上同样的半角引号，或把左边的引号删去。',
  ],
  [
    /^\s*(?:- )?([A-Za-z_]+):\s+(\[)[^\]]*$/,
    ([name]) => `${name} 的方括号没有写完。`,
    '在末尾补上半角的 ]，例如 [甲, 乙]。',
  ],
]

/** Faults of the parser as an editor needs them: each once, the slip named where one is seen. */
export function yamlFaults(errors: readonly YAMLError[], text: string): YamlFault[] {
  const known = errors.filter(({ code }) => code !== 'UNEXPECTED_TOKEN')
  // Once the parser has lost its place, it trips over every token that follows.
  const telling = known.length > 0 ? known : errors.slice(0, 1)
  const faults = telling.map((error) => faultOf(error, text))
  return faults.filter(
    ({ offset }, index) => faults.findIndex((one) => one.offset === offset) === index,
  )
}

function faultOf(error: YAMLError, text: string): YamlFault {
  const [offset] = error.pos
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const line = text.slice(start).split('\n', 1)[0] ?? ''
  for (const [pattern, message, hint] of slips) {
    const found = pattern.exec(line)
    if (!found) continue
    const groups = found.slice(1).filter((group) => group !== undefined)
    const column = line.indexOf(
      groups.at(-1) ?? '',
      groups[0] ? line.indexOf(groups[0]) + groups[0].length : 0,
    )
    return { offset: start + Math.max(column, 0), message: message(groups), hint }
  }
  const [message, hint] = syntaxTexts[error.code] ?? lostPlace(text)
  return { offset, message, hint }
}

function lostPlace(text: string): [string, string] {
  if (/^[ \t]+\S/.test(text))
    return ['第一个字段前面多了空格，后面的字段对不齐。', '最外层的字段都顶格写，前面不空格。']
  return [
    '这一行的写法读不出来。',
    '检查这一行的引号、括号、冒号和缩进；拿不准时，用引号把值括起来。',
  ]
}

const syntaxTexts: Partial<Record<YAMLError['code'], [string, string]>> = {
  TAB_AS_INDENT: ['缩进用了制表符（Tab）。', '换成空格，每级两个。'],
  BAD_INDENT: ['缩进对不齐。', '同一级的字段左边对齐，下一级多缩进两个空格。'],
  MISSING_CHAR: ['少了引号、括号或冒号。', '检查这一行的引号、括号是否成对，冒号后是否有空格。'],
  BLOCK_AS_IMPLICIT_KEY: ['一行里有两个“冒号加空格”。', '值里有冒号时，用引号把值括起来。'],
  MULTILINE_IMPLICIT_KEY: ['字段名后面少了冒号。', '写成“字段: 值”，冒号后空一格。'],
  ALIAS_PROPS: ['这里用了引用。', '把内容原样写出来。'],
  MULTIPLE_DOCS: ['一个文件里有两份 YAML（多了一行 ---）。', '只留一份。'],
}

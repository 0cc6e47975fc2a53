import type { ImportFinding } from '../blocks.ts'

/** One habit of other programs: what is written, and what stands for it. */
interface Habit {
  pattern: RegExp
  /** The text that is parsed instead. */
  becomes: string
  kind: ImportFinding['kind']
  /** `{count}` is how many times it was met. */
  message: string
  /** What of it the report shows; the whole when absent. */
  shown?: string
}

/** What stands in code is nobody's habit: fences and spans are left alone. */
const code = /(^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\2[`~]*[ \t]*$|(?![\s\S]))|`[^`\n]+`)/m

const habits: Habit[] = [
  {
    pattern: /^[ \t]*(?:\[toc\]|@\[toc\](?:\([^)]*\))?|\[\[toc\]\]|\{:toc\})[ \t]*$/gim,
    becomes: '',
    kind: 'lost',
    message: '自动目录的记号{count}处没有放进草稿，页面会自己生成目录。',
  },
  {
    pattern: /%%[\s\S]*?%%/g,
    becomes: '',
    kind: 'lost',
    message: '不给读者看的批注（%%）{count}处没有放进草稿。',
  },
  {
    pattern: /\{\{[<%][\s\S]*?[>%]\}\}|\{%[\s\S]*?%\}/g,
    becomes: '',
    kind: 'lost',
    message: '别的网站程序的短代码{count}处没有放进草稿。',
  },
  {
    pattern: /!\[\[([^\]|\n]+)(?:\|[^\]\n]*)?\]\]/g,
    becomes: '![](<$1>)',
    kind: 'mended',
    message: '图片的写法 ![[…]] {count}处，改成了本站的写法。',
  },
  {
    pattern: /\[\[(?:[^\]|\n]+\|)?([^\]|\n]+)\]\]/g,
    becomes: '$1',
    kind: 'lost',
    message: '笔记之间的链接 [[…]] {count}处，只留下文字。',
  },
  {
    pattern: /==(?=\S)([^=\n]+?)(?<=\S)==/g,
    becomes: '**$1**',
    kind: 'mended',
    message: '高亮 ==…== {count}处，改成了加粗。',
  },
  {
    pattern: /^(#{1,6} .*?)[ \t]*\{[#.:][^}\n]*\}[ \t]*$/gm,
    becomes: '$1',
    kind: 'mended',
    message: '标题后面的编号 {#…} {count}处去掉了。',
  },
  {
    pattern: /^(#{1,6})(?=[^\s#])(?!#?\d)/gm,
    becomes: '$1 ',
    kind: 'mended',
    message: '标题的 # 后面少了空格，{count}处补上了。',
    shown: '$1',
  },
  {
    pattern: /^[ \t]*:{3,}[ \t]*\{?\.?[\w-]*\}?.*$/gm,
    becomes: '\n',
    kind: 'lost',
    message: '提示框的边线和名称{count}处没有保留，里面的文字照样在正文里。',
  },
  {
    pattern: /^([ \t]*>[ \t]*)\[!(\w+)\][-+]?/gm,
    becomes: '$1',
    kind: 'mended',
    message: '标注 [!…] {count}处，改成了引文。',
  },
  {
    pattern: /(!\[[^\]\n]*\]\([^)\s]+)\s+=\d*x?\d*\)/g,
    becomes: '$1)',
    kind: 'mended',
    message: '图片后面的尺寸 {count}处去掉了，图片按版面排。',
  },
  {
    pattern: /(!\[[^\]\n]*\]\([^)\n]*\))\{[^}\n]*\}/g,
    becomes: '$1',
    kind: 'mended',
    message: '图片后面的属性 {count}处去掉了。',
  },
]

/** Text in the common dialect, and what other programs' habits in it became. */
export function commonDialect(text: string): { text: string; findings: ImportFinding[] } {
  const met = new Map<Habit, string[]>()
  const plain = outsideCode(text, (part) =>
    habits.reduce((written, habit) => {
      const found = written.match(habit.pattern)
      if (found) met.set(habit, [...(met.get(habit) ?? []), ...found])
      return found ? written.replace(habit.pattern, habit.becomes) : written
    }, part),
  )
  const findings = habits.flatMap((habit): ImportFinding[] => {
    const found = met.get(habit)
    if (!found) return []
    const message = habit.message.replace('{count}', String(found.length))
    const kept = habit.kind === 'mended' ? { repeats: true as const } : {}
    return [{ kind: habit.kind, message, text: found.map((one) => one.trim()).join('\n'), ...kept }]
  })
  return { text: plain, findings }
}

function outsideCode(text: string, change: (part: string) => string): string {
  let rest = text
  let written = ''
  for (let found = code.exec(rest); found; found = code.exec(rest)) {
    written += change(rest.slice(0, found.index)) + found[0]
    rest = rest.slice(found.index + found[0].length)
  }
  return written + change(rest)
}

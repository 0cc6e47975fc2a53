interface Fault {
  message: string
  /** Whether it stands in a cue's text, not on a line of its own. */
  inText: boolean
  /** Whether the validator had already read the line after it. */
  above?: true
}

/** Times out of order: the check says it in better words. */
const elsewhere = /^(?:Start timestamp is not|End timestamp is not)/

const inText: [RegExp, string][] = [
  [/not allowed in chapter title/, '章节标题里只能写文字，不能有标签。'],
  [/^Incorrect escape/, '& 和 < 没有写成 &amp; 和 &lt;。'],
  [/^Timestamp must be between|^Timestamp must be greater|trailing/, '字幕里的时间标签写错了。'],
  [/annotation|nested inside|start tag|end tag/i, '字幕里的标签写错了，或没有配对。'],
]

const onLine: [RegExp, string][] = [
  [/signature\. \(File/, '文件的第一行不是 WEBVTT。'],
  [/after the signature/, 'WEBVTT 这一行下面没有空一行。'],
  [/in a comment/, '注释（NOTE）里写了 -->。'],
  [/in a style/, '样式（STYLE）里写了 -->。'],
  [/^Style blocks/, '样式（STYLE）写在了第一条字幕后面。'],
  [/^Cue identifier/, '这里的文字没有时间，不是一条字幕；一条字幕中间不能空行。'],
  [/^Blank line missing/, '两条字幕之间没有空一行。'],
  [/^No timestamp|^Timestamp must start/, '这里应当写时间。'],
  [/time unit|two digits|^No seconds/, '时间的位数不对。'],
  [/decimal|^Milliseconds/, '秒后面要写三位毫秒，用点隔开。'],
  [/more than 59/, '分和秒都不能超过 59。'],
  [/separat/, '两个时间之间要写 -->，两边各空一格。'],
  [/setting|position|direction|alignment|size/i, '字幕的位置设置写错了。'],
]

/** What a fault of the validator says to an editor; undefined when a rule of ours says it. */
export function captionFault(english: string): Fault | undefined {
  if (elsewhere.test(english)) return undefined
  const find = (list: typeof onLine) => list.find(([pattern]) => pattern.test(english))?.[1]
  const text = find(inText)
  return text
    ? { message: text, inText: true }
    : {
        message: find(onLine) ?? '这里不合 WebVTT 的写法。',
        inText: false,
        ...(english.startsWith('Cue identifier') ? { above: true } : {}),
      }
}

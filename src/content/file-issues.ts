import type { Issue } from '../model/issue.ts'
import { printableName } from './file-rules.ts'

/** What is wrong with files as the disk has them, before anything is read in them. */

export function linked(path: string): Issue {
  return fault(
    path,
    'file-is-not-a-link',
    '这是一个符号链接，可能把别处的文件带进站点。',
    '换成真正的文件再提交。',
  )
}

export function misplaced(path: string, hint: string): Issue {
  return fault(path, 'file-belongs-here', '这个文件不该放在这里。', hint)
}

/** Files people hand over that a command makes fit, by their endings. */
const makers: [RegExp, string][] = [
  [
    /\.(mov|avi|mkv|m4v|3gp|webm|flv|wmv|mpg|mpeg|mts)$/i,
    '这是视频的原片：用 npm run film 做成能放的视频，原片不放进来。',
  ],
  [/\.(srt|ass|ssa)$/i, '这是字幕的原文件：和片子一起交给 npm run film，它改成 WebVTT（.vtt）。'],
  [
    /\.(heic|heif|gif|bmp|tiff?|dng)$/i,
    '这是图片的原文件：用 npm run picture 做成能用的图片，它不能读的会说明怎样转。',
  ],
  [
    /\.(docx?|wps|xlsx?|csv|pages|rtf)$/i,
    '这是文章或表格的原文件：用 npm run import 导入成草稿，原文件不放进来。',
  ],
]

/** A file of a kind the portal does not have. */
export function ofNoKind(path: string, kinds: readonly string[]): Issue {
  const hint = makers.find(([ending]) => ending.test(path))?.[1]
  return misplaced(path, hint ?? `content/ 里只放 Markdown、字幕和这些媒体：${kinds.join('、')}。`)
}

export function oversized(path: string, bytes: number, limit: number): Issue {
  const size = (count: number) => `${(count / 1024 / 1024).toFixed(1)} MB`
  return fault(
    path,
    'file-within-size',
    `文件有 ${size(bytes)}，超过上限 ${size(limit)}。`,
    '拆成几篇，或压缩后再放进来。',
  )
}

export function undecodable(path: string, bytes: Uint8Array): Issue {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n')
  const line = lines.findIndex((content) => content.includes('\uFFFD'))
  const column = line < 0 ? 1 : (lines[line]?.indexOf('\uFFFD') ?? 0) + 1
  return {
    ...fault(
      path,
      'file-is-utf8',
      `${encodingOf(bytes)}，从这里起有读不出的字节。`,
      '用记事本打开，“另存为”，“编码”选 UTF-8。',
    ),
    line: Math.max(line, 0) + 1,
    column,
  }
}

/** What a text that is no UTF-8 probably is. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return '文件是 UTF-16 编码的，不是 UTF-8'
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return bytes.includes(0) ? '文件不是文字' : '文件像是 GBK 编码的，不是 UTF-8'
  } catch {
    return '文件不是完整的 UTF-8 文本'
  }
}

/** The disk refused; `reason` says why. */
export function unreadable(path: string, reason: string): Issue {
  return fault(path, 'file-can-be-read', `读不出来：${reason}。`, '改好以后再检查；不要的就删掉。')
}

/** A folder, a pipe or a device where a file belongs, or the other way round. */
export function ofAnotherKind(path: string, wanted: '文件' | '文件夹'): Issue {
  return fault(
    path,
    'file-can-be-read',
    `这里要的是${wanted}，现在不是。`,
    `换成真正的${wanted}，或删掉。`,
  )
}

/** A name whose bytes are no UTF-8 has no characters to show: they are given as `\\xff`. */
export function nameless(folder: string, name: Uint8Array): Issue {
  const bytes = Array.from(name, (byte) =>
    byte > 0x20 && byte < 0x7f
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).padStart(2, '0')}`,
  )
  return fault(
    `${folder}/${bytes.join('')}`,
    'file-name-is-plain',
    '名字不是 UTF-8 编码，很多电脑上读不出来。',
    '改名：只用小写字母、数字和连字符，例如 hangzhou-smart-database.md。',
  )
}

function fault(file: string, rule: string, message: string, hint: string): Issue {
  return { file: printableName(file), line: 1, column: 1, rule, severity: 'error', message, hint }
}

import type { Issue } from '../model/issue.ts'
import { shown } from './file-rules.ts'

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
      '文件不是完整的 UTF-8 文本，从这里起有读不出的字节。',
      '用编辑器另存为 UTF-8 编码。',
    ),
    line: Math.max(line, 0) + 1,
    column,
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
  return { file: shown(file), line: 1, column: 1, rule, severity: 'error', message, hint }
}

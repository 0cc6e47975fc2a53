import { unpack } from '../../documents/archive.ts'
import type { Archive, ArchiveFault } from '../../documents/archive.ts'

const faults: Record<ArchiveFault, string> = {
  damaged: '文件损坏，解不开：请用 Word 打开并修复，另存为 .docx 再导入。',
  crowded: '文件里的部件多得不正常，没有读：请用 Word 打开后另存为 .docx 再导入。',
}

/** Open an Office file, or say in one sentence why not. */
export function openDocx(bytes: Uint8Array): Archive | { fault: string } {
  const fault = notZip(bytes)
  if (fault) return { fault }
  const archive = unpack(bytes)
  return 'fault' in archive ? { fault: faults[archive.fault] } : archive
}

const legacy = '请用 Word 或 WPS 打开，另存为 .docx 再导入。'
const heads: [string, string][] = [
  ['{\\rtf', `这是 RTF 文件，不是 .docx：${legacy}`],
  ['%PDF', '这是 PDF 文件，不是 .docx：请找到原来的 Word 文件，或把文字粘贴到 .txt 再导入。'],
  ['<!DOCTYPE', '这是网页，不是 .docx：把扩展名改成 .html 再导入。'],
  ['<html', '这是网页，不是 .docx：把扩展名改成 .html 再导入。'],
  ['<?xml', `这是 XML 文件，不是 .docx：${legacy}`],
]

function notZip(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return '文件是空的，没有内容可以导入。'
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    return compound(bytes)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return undefined
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).trimStart()
  const known = heads.find(([start]) => head.toLowerCase().startsWith(start.toLowerCase()))
  return known?.[1] ?? `这不是 Word 的 .docx 文件：${legacy}`
}

/** Compound files hold old Word documents, and new ones that are encrypted. */
function compound(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  if (text.includes('EncryptedPackage'))
    return '文件有密码保护，打不开：请用 Word 打开，去掉密码另存为 .docx 再导入。'
  return `这是旧版的 .doc 文件，不是 .docx：${legacy}`
}

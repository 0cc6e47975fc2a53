import { unpack } from '../../documents/archive.ts'
import type { Archive, ArchiveFault } from '../../documents/archive.ts'

const faults: Record<ArchiveFault, string> = {
  damaged: '文件损坏，解不开：请用 Word 打开并修复，另存为 .docx 再导入。',
  crowded: '文件里的部件多得不正常，没有读：请用 Word 打开后另存为 .docx 再导入。',
}

/** Open an Office file, or say in one sentence why not. */
export function openDocx(bytes: Uint8Array): Archive | { fault: string } {
  const archive = unpack(bytes)
  return 'fault' in archive ? { fault: faults[archive.fault] } : archive
}

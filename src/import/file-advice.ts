import type { FileKind } from './file-kind.ts'

type Refused = Exclude<FileKind, 'docx' | 'pdf' | 'xlsx' | 'html' | 'text'>

const again = '请用 Word 或 WPS 打开，另存为 .docx 再导入。'

/** Why a file is not imported, and how to get one that can be. */
export const advice: Readonly<Record<Refused, string>> = {
  empty: '文件是空的，没有内容可以导入：请向给文件的人再要一份。',
  'damaged-zip': '文件损坏，解不开：请用 Word、Excel 或 WPS 打开并修复，另存以后再导入。',
  zip: '这是一个压缩包，里面没有 Word 的正文：请解压，再导入里面的文件；如果它本来是 Word 文件，请用 Word 打开并修复，另存为 .docx。',
  doc: `这是旧版的 .doc 或 .wps 文件，不是 .docx：${again}`,
  ppt: '这是旧版的 PowerPoint 或 WPS 演示：把要用的文字复制到 Word，存成 .docx 再导入；图片另存出来，用 npm run picture。',
  pptx: '这是 PowerPoint 或 WPS 演示，不是 Word 文件：把要用的文字复制到 Word，存成 .docx 再导入；图片另存出来，用 npm run picture。',
  locked: '文件有密码保护，打不开：请用 Word、Excel 或 WPS 打开，去掉密码，另存以后再导入。',
  xls: '这是旧版的 .xls 或 .et 表格，读不出里面的百分比和日期：请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。',
  compound: `这是旧版的办公软件文件，不是 .docx：${again}`,
  rtf: `这是 RTF 文件，不是 .docx：${again}`,
  odt: '这是 OpenDocument 文件，不是 .docx：请用 Word 或 WPS 另存为 .docx 再导入。',
  ods: '这是 OpenDocument 表格，不是 .xlsx：请用 Excel 或 WPS 另存为 .xlsx 再导入。',
  odp: '这是 OpenDocument 演示，不是 Word 文件：把要用的文字复制到 Word，存成 .docx 再导入；图片另存出来，用 npm run picture。',
  ofd: '这是 OFD 版式文件，读不出段落：请找到原来的 Word 文件，或用 OFD 阅读软件打开，把文字复制到 .txt 再导入。',
  uof: `这是“标文通”（UOF）文件：${again}`,
  iwork: '这是苹果 Pages、Numbers 或 Keynote 的文件：请用它打开，选“文件—导出为—Word”，再导入。',
  xps: '这是 XPS 版式文件，读不出段落：请找到原来的 Word 文件，存成 .docx 再导入。',
  mht: '这是存成单个文件的网页（.mht）：请用浏览器打开原来的网页，另存为“网页，全部”，再导入 .html。',
  xml: `这是 XML 文件，不是 .docx：${again}`,
  heic: '这是苹果手机的 HEIC 照片，网页不能用：在手机的“设置—相机—格式”里选“兼容性最佳”再拍，或者在电脑上打开照片，另存为 JPEG，再用 npm run picture。',
  image:
    '这是图片，不是文章：用 npm run picture 处理图片；图片里的文字要打出来，存成 .docx 或 .txt 再导入。',
  film: '这是视频，不是文章：用 npm run film 处理视频。',
  sound: '这是录音，不是文章：请把内容写成文字，存成 .docx 或 .txt 再导入。',
  archive: '这是压缩包：请先解压，再导入里面的文件。',
  shortcut: '这是快捷方式，不是文件本身：请在它指向的地方找到原来的文件，再导入。',
  unknown: `认不出这是什么文件，不是 Word 的 .docx，也不是文本：${again}`,
}

/** Word, WPS and LibreOffice put such a file beside a document that is open. */
export function lockAdvice(fileName: string): string | undefined {
  const name = /^(?:~\$|\.~lock\.|\.~)(.*)$/.exec(fileName)?.[1]
  if (name === undefined) return undefined
  return `这不是文档，是“…${name.replace(/#$/, '')}”在 Word 或 WPS 里打开时留下的记号：请先存盘、关闭文档，再导入文档本身（名字前面没有“~$”的那个）。`
}

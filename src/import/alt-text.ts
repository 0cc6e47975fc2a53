import type { ImportFinding } from './blocks.ts'

/** Names that programs, cameras and phones give: they say nothing of what a picture shows. */
const made =
  /^(?:图片|图像|照片|图表|图形|文本框|对象|截图|屏幕截图|微信图片|微信截图|qq图片|qq截图|企业微信截图|wps图片|无标题|未命名|picture|image|photo|img|dsc|dscn|dscf|pic|mmexport|screenshot|untitled|图)?[\s_\-()（）.\d]*$/iu
const path = /^(?:file:|[a-z]:[\\/]|\\\\|\.{0,2}\/|~\/)|[\\/][^\\/]*\.\w{2,5}$/iu
const fileName = /^[^\s，。]{1,80}\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic|emf|wmf|svg|avif)$/iu
const guessed =
  /(?:已自动生成说明|描述已自动生成|已自动生成描述|description automatically generated)\s*$/iu
const longest = 200

/** A description that somebody wrote; what is none is dropped, and told where it said something. */
export function altText(written: string): { text: string; findings: ImportFinding[] } {
  const line = written.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (path.test(line) || fileName.test(line))
    return dropped('替代文字是文件的名字或路径，没有用。', line)
  if (guessed.test(line)) return dropped('替代文字是程序自动生成的，没有用。', line)
  const text = line.replace(/[[\]\\`*<]/g, '').trim()
  if (made.test(text)) return { text: '', findings: [] }
  if (text.length <= longest) return { text, findings: [] }
  const message = `替代文字太长，只用了前${longest}个字。`
  return { text: text.slice(0, longest), findings: [{ kind: 'guessed', message, text: line }] }
}

function dropped(message: string, text: string): { text: string; findings: ImportFinding[] } {
  return { text: '', findings: [{ kind: 'lost', message, text }] }
}

import type { Library } from '../content/library.ts'
import type { Media } from '../content/media.ts'
import { libraryRule } from './rule.ts'

/** Names that stand uncompressed in a file that runs something when it is opened. */
const signs: Readonly<Record<string, { pattern: RegExp; what: string }>> = {
  // ISO 32000-1, 12.6.4: actions that run a script or start a programme; 7.11.4: files inside.
  'application/pdf': {
    pattern: /\/(JavaScript|JS|Launch|EmbeddedFile)\b/,
    what: '脚本、程序或夹带的文件',
  },
  'application/zip': {
    pattern: /vbaProject\.bin|\/oleObject\d*\.bin|\/activeX\//,
    what: '宏、控件或夹带的文件',
  },
}

export const attachmentRunsNothing = libraryRule({
  id: 'attachment-runs-nothing',
  summary: '附件里没有宏、脚本和夹带的文件。',
  area: 'media',
  severity: 'error',
  testedBy: 'src/rules/media-rules.test.ts',
  *check({ library }) {
    for (const { media, what } of running(library))
      yield {
        file: media.path,
        message: `附件里有${what}，打开时可能会运行。`,
        hint: '另存为不带宏的文档，或重新“打印”成 PDF，再放进来。',
      }
  },
})

function* running({ media }: Library): Generator<{ media: Media; what: string }> {
  for (const one of media.values()) {
    const office = one.type.startsWith('application/vnd.openxmlformats')
    const sign = signs[office ? 'application/zip' : one.type]
    if (!sign) continue
    const text = new TextDecoder('latin1').decode(one.read(0, one.bytes))
    if (sign.pattern.test(text)) yield { media: one, what: sign.what }
  }
}

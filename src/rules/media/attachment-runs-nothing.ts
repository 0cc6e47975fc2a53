import type { Media } from '../../content/media.ts'
import type { DocumentFault } from '../../documents/fault.ts'
import { judgeOffice } from '../../documents/office/judge.ts'
import { judgePdf } from '../../documents/pdf/judge.ts'
import { extensionOf } from '../../content/file-rules.ts'
import { libraryRule } from '../engine/rule.ts'

/** Faults that a report names of one file; more would bury what else is wrong. */
const most = 5

export const attachmentRunsNothing = libraryRule({
  id: 'attachment-runs-nothing',
  summary: '附件里没有宏、脚本、夹带的文件，打开时不连到外面。',
  severity: 'error',
  silenceable: false,
  testedBy: 'src/rules/media/media-rules.test.ts',
  *check({ library }) {
    for (const media of library.media.values())
      for (const { what, hint } of faultsOf(media).slice(0, most))
        yield { file: media.path, message: `${what}。`, hint }
  },
})

function faultsOf({ type, path, bytes, read }: Media): DocumentFault[] {
  if (type === 'application/pdf') return judgePdf(read(0, bytes))
  return type.startsWith('application/vnd.openxmlformats')
    ? judgeOffice(read(0, bytes), extensionOf(path))
    : []
}

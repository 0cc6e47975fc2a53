import { reportOf, todayOf } from '../../src/check/check.ts'
import { programPath } from '../folders.ts'
import type { Library } from '../../src/content/library.ts'
import { sortIssues } from '../../src/model/issue.ts'
import type { Issue } from '../../src/model/issue.ts'
import { paintFor } from '../../src/report/colour.ts'
import { github } from '../../src/report/github.ts'
import { human } from '../../src/report/human.ts'
import { issuesOf } from './issues.ts'
import type { Build, Done, Step } from './step.ts'

/** Nothing is built from content with errors, or from samples that nobody asked for. */
export const checkContent: Step = {
  name: '检查内容',
  async run(build) {
    if (!build.options.check) return skip(build)
    const { files, library } = build
    const today = todayOf(new Date(), process.env.SOURCE_DATE_EPOCH)
    const { issues: found, reused } = await issuesOf(build, today)
    const leaked = build.options.samples ? [] : publishedSamples(library)
    const issues = sortIssues([...found, ...leaked])
    const report = reportOf({ files, library, issues }, programPath('docs/handbook'))
    build.tell(human({ ...report, paint: paintFor(process.stdout) }))
    if (process.env.GITHUB_ACTIONS === 'true') build.tell(github(report))
    if (issues.some(({ severity }) => severity === 'error')) {
      console.error('没有构建：先改好上面的错误。上一次的输出保持原样。')
      return 'failed'
    }
    return { count: files.entries.length + files.seeds.length, unit: '个文件', reused }
  },
}

function publishedSamples({ entries }: Library): Issue[] {
  return entries
    .filter(({ data }) => data.provenance === 'sample' && data.status === 'published')
    .map(({ file, locate }) => ({
      file,
      ...locate(['provenance']),
      rule: 'sample-stays-apart',
      severity: 'error',
      message: '这是示例（provenance: sample），不能进入正式站点。',
      hint: '删去它，或改成草稿；要带着示例构建，加 --with-samples。',
    }))
}

function skip({ library: { rejected }, tell }: Build): Done {
  if (rejected.length > 0) {
    tell(`跳过检查：${rejected.length}个文件读不成条目，没有进入站点：\n`)
    for (const file of rejected) tell(`  ${file}\n`)
  }
  return { count: 0, unit: '个文件', reused: 0 }
}

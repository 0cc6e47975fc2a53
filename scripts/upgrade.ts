import { todayOf } from '../src/check/check.ts'
import { changesSince } from '../src/check/git.ts'
import { diffOf, writeTogether } from '../src/check/write.ts'
import { readPortal } from '../src/content/files.ts'
import type { Issue } from '../src/model/issue.ts'
import { modelVersion } from '../src/model/version.ts'
import { planUpgrade } from '../src/upgrade/plan.ts'
import type { UpgradePlan } from '../src/upgrade/plan.ts'
import { portalRoot } from '../builder/folders.ts'
import { portalFault, readCommand } from './command.ts'

/** `npm run upgrade`: content in an older shape becomes content in the present one. */
const { values } = readCommand({
  name: 'upgrade',
  says: '换了程序的新版本以后，把内容改成新的写法：只改意思确定的，其余列出来由人改。',
  options: {
    'dry-run': { type: 'boolean', default: false, says: '只显示要改什么，什么也不写' },
    force: { type: 'boolean', default: false, says: '没有提交的改动还在，也照样写' },
  },
})
const root = portalRoot()
process.exitCode = main()

function main(): number {
  const fault = portalFault(root)
  if (fault) return refuse(fault)
  const today = todayOf(new Date(), process.env.SOURCE_DATE_EPOCH)
  const plan = planUpgrade(readPortal(root), today)
  if ('issues' in plan) {
    const places = plan.issues.map(textOf)
    if (places.length === 0) return refuse('没有 site.yaml：先写一个，至少写 name，再升级。')
    return refuse(`这些地方先改好，再升级：\n\n${places.join('\n')}`)
  }
  if (plan.changed.length === 0) {
    process.stdout.write(`内容已经是第 ${modelVersion} 版的写法，没有要改的。\n`)
    return 0
  }
  return values['dry-run'] ? show(plan) : write(plan)
}

/** The diff alone goes where `git apply` reads it. */
function show(plan: UpgradePlan): number {
  process.stdout.write(diffOf(plan.changed))
  process.stderr.write(`${stepsOf(plan)}会改 ${plan.changed.length} 个文件，什么也没有写。\n`)
  process.stderr.write(leftOf(plan))
  return 0
}

function write(plan: UpgradePlan): number {
  const unsaved = values.force ? undefined : unsavedFault()
  if (unsaved) return refuse(unsaved)
  const failed = writeTogether(root, plan.changed)
  if (failed) return refuse(`${failed} 写不了，或者刚刚被改动了。`)
  process.stdout.write(
    `${stepsOf(plan)}改好了 ${plan.changed.length} 个文件。用 git diff 看一遍，再运行 npm run check。\n${leftOf(plan)}`,
  )
  return 0
}

/** Why the change could not be taken back. */
function unsavedFault(): string | undefined {
  const changes = changesSince(root, 'HEAD')
  if ('fault' in changes)
    return '这里不是 git 仓库，或者还没有提交过，改了就退不回去：先提交一次；自己另存了一份的，加 --force。'
  if (changes.length === 0) return undefined
  const names = changes.slice(0, 3).map(({ path }) => path)
  return `还有没提交的改动（${names.join('、')}${changes.length > 3 ? ` 等 ${changes.length} 个` : ''}）：先提交，升级改了什么才看得清、退得回；一定要现在改的，加 --force。`
}

function stepsOf({ from, steps }: UpgradePlan): string {
  return steps
    .map(({ migration: { to, says }, places, files }, index) => {
      const change = places > 0 ? `改 ${files} 个文件，${places} 处` : '没有要改的'
      return `第 ${from + index} 版 → 第 ${to} 版：${says}\n  ${change}\n`
    })
    .join('')
}

/** What is left to a person, each with its place, after the advice that holds for all of a step. */
function leftOf({ steps }: UpgradePlan): string {
  return steps
    .filter(({ left }) => left.length > 0)
    .map(({ migration: { to, advice }, left }) => {
      const places = left.map(textOf).join('\n')
      return `\n第 ${to} 版还要由人改 ${left.length} 处，npm run check 也会说。${advice}\n\n${places}`
    })
    .join('')
}

function textOf({ file, line, column, message, hint }: Issue): string {
  return `${file}:${line}:${column}\n  ${message}\n${hint ? `  ${hint}\n` : ''}`
}

function refuse(fault: string): number {
  process.stderr.write(`${fault.trimEnd()}\n什么也没有改。\n`)
  return 1
}

import { addressOf } from '../content/address.ts'
import { placeholder } from '../model/placeholder.ts'
import type { Kind } from './kinds.ts'
import type { NewFile } from './scaffold.ts'

/** What an editor does next with a new file, a line each. */
export function nextSteps({ path, text }: NewFile, kind: Kind): string {
  const front = text.split('\n').filter((line) => !line.startsWith('#'))
  const open = front.some((line) => line.includes(placeholder.mark))
  const isUnnamed = (field: string) =>
    front.some((line, index) => {
      const named = line.startsWith(`${field}: ${placeholder.slug}`)
      return named || (line === `${field}:` && front[index + 1]?.trim() === `- ${placeholder.slug}`)
    })
  const steps = [
    ...(open ? ['补上“【待补”的地方；都补好了再把 status 改成 published。'] : []),
    ...(isUnnamed('unit')
      ? ['unit 写主体的文件名；还没有的，运行 npm run new -- organization。']
      : []),
    ...(isUnnamed('sources')
      ? ['sources 写来源的编号；还没有的，运行 npm run new -- source。']
      : []),
    ...(kind.name === 'lesson' ? [lessonStep(path)] : []),
    ...(kind.isSource ? ['把读到的事实逐条写进 facts，正文用 [^事实编号] 引用。'] : []),
    `检查：npm run check -- --only ${path}`,
    ...(kind.isSource ? [] : [`预览：npm run dev，再打开 ${addressOf(path)?.url ?? '/'}`]),
  ]
  return steps.map((step) => `  · ${step}\n`).join('')
}

function lessonStep(path: string): string {
  const [, , course, file = ''] = path.split('/')
  return `发布前把 ${file.replace(/\.md$/, '')} 加进 content/training/${course}/index.md 的 lessons。`
}

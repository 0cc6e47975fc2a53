import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { gap } from '../src/model/placeholder.ts'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { draftNamed } from '../src/scaffold/add-to-entry.ts'
import { slugFault } from '../src/scaffold/plan.ts'
import { proposedSlug } from '../src/scaffold/slug.ts'
import { readCommand, refuse } from './command.ts'
import { guardTarget } from './guard-target.ts'
import { writeInto } from './into-draft.ts'
import { makePicture } from './recordings/make-picture.ts'
import { writeNew } from './write-new.ts'
import { portalRoot } from '../builder/folders.ts'

/** `npm run picture -- <file>…`: photographs become pictures of the portal, in `content/media/`. */
const { positionals, values } = readCommand({
  name: 'picture',
  says: '把照片和截图做成门户能放的图片：转正，长边不超过 1600 像素，去掉拍摄地点等附带的信息，放进 content/media/。\n原图不动。JPEG、PNG、WebP 都行。',
  words: '<图片>…',
  options: {
    name: { type: 'string', value: '名字', says: '图片叫什么，中文写成拼音；不写就用原来的文件名' },
    to: { type: 'string', value: '文件夹', says: 'content/media/ 里的文件夹，通常是条目的文件名' },
    into: {
      type: 'string',
      value: '草稿',
      says: '放进已有的草稿，写它的文件名；案例放在“工作举措”的末尾',
    },
  },
})
/** Bytes: more than any phone's photograph has. */
const largest = 100 * 1024 * 1024
const root = portalRoot()

process.exitCode = await main()

async function main(): Promise<number> {
  guardTarget('picture', { path: root, purpose: 'portal' })
  if (positionals.length === 0)
    return refuse(
      'picture',
      '要写图片的文件，例如 npm run picture -- IMG_2031.JPG --name 公益课堂。',
    )
  const fault = values.to === undefined ? undefined : slugFault(values.to)
  if (fault) return refuse('picture', `--to：${fault}`)
  const draft =
    values.into === undefined ? undefined : draftNamed(values.into, buildLibrary(readPortal(root)))
  if (draft && 'fault' in draft) return refuse('picture', `--into：${draft.fault}`)
  const folder = values.to ?? draft?.slug.split('/').at(-1)
  const placed: string[] = []
  for (const file of positionals) {
    const outcome = await place(file, folder)
    if ('fault' in outcome) process.stderr.write(`${file}：没有做。${outcome.fault}\n`)
    else {
      placed.push(outcome.markdown)
      process.stdout.write(outcome.report)
    }
  }
  if (draft && placed.length > 0) {
    writeInto(root, draft, { text: placed.join('\n\n'), part: '举措', lists: {} })
    process.stdout.write(intoReport(draft.file, placed.length))
  } else if (placed.length > 0) process.stdout.write(useReport(placed))
  return placed.length < positionals.length ? 1 : 0
}

function intoReport(file: string, count: number): string {
  return `${count}张都放进了 ${file}。打开它，把每一张的“【待补：图片上有什么】”换成一句话，再移到要放的段落下面。\n`
}

function useReport(placed: readonly string[]): string {
  const lines = placed.map((markdown) => `  ${markdown}\n`).join('')
  return `把这${placed.length > 1 ? '几' : '一'}行贴到条目正文里，方括号里写上画面里有什么：\n${lines}`
}

async function place(
  file: string,
  to: string | undefined,
): Promise<{ fault: string } | { report: string; markdown: string }> {
  if (!existsSync(file))
    return { fault: '没有这个文件。核对路径；可以把文件拖进终端，路径会自己写上。' }
  const stat = statSync(file)
  if (!stat.isFile()) return { fault: '这不是普通文件；要做一个文件夹里的图片，写“文件夹/*.JPG”。' }
  if (stat.size > largest) return { fault: '图片超过 100 MB，请先用看图软件缩小。' }
  const made = await makePicture(readFileSync(file))
  if ('fault' in made) return made
  const folder = to === undefined ? '/media' : `/media/${to}`
  const isTaken = (name: string) =>
    ['.jpg', '.webp'].some((end) => existsSync(join(root, `content${folder}/${name}${end}`)))
  const name = proposedSlug(values.name ?? basename(file, extname(file)), isTaken)
  const path = `${folder}/${name}${made.extension}`
  writeNew(root, [{ path: `content${path}`, bytes: made.bytes }])
  const size = `${made.width} × ${made.height}，${kilobytes(stat.size)} → ${kilobytes(made.bytes.length)}`
  const changes = made.changes.length > 0 ? `  改了  ${made.changes.join('；')}\n` : ''
  return {
    report: `${file} → content${path}（${size}）\n${changes}`,
    markdown: `![${gap('图片上有什么')}](${path})`,
  }
}

function kilobytes(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

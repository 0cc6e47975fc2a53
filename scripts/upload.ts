import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { manifestFile } from '../src/release/manifest.ts'
import { destinationOf, isFolder } from '../src/upload/destination.ts'
import type { UploadTarget, Uploaded, UploadOptions } from '../src/upload/upload.ts'
import { UploadFault } from '../src/upload/fault.ts'
import { upload } from '../src/upload/upload.ts'
import { guardTarget } from './guard-target.ts'
import { readCommand, refuse } from './command.ts'
import { fail, reportPurged } from './release-report.ts'

const { values } = readCommand({
  name: 'upload',
  says: '把构建好的站点上传到文件夹、别的机器（rsync）或对象存储（S3）：先资源，后页面，最后清单，传完核对。',
  options: {
    to: {
      type: 'string',
      value: '地方',
      says: '必须写：文件夹、用户@主机:/路径，或 s3://存储空间/文件夹',
    },
    from: {
      type: 'string',
      value: '文件夹',
      default: '.vitepress/dist',
      says: '构建的输出；不写是 .vitepress/dist',
    },
    'dry-run': { type: 'boolean', default: false, says: '只看要传什么、删什么，不动' },
    delete: { type: 'boolean', default: false, says: '传完核对以后，删去以前上传、现在没有的' },
    'keep-days': {
      type: 'string',
      value: '几天',
      default: '30',
      counts: true,
      says: '开着的旧页面要用的文件留几天；不写是 30',
    },
    endpoint: {
      type: 'string',
      value: '网址',
      says: '存储的S3地址，例如 https://s3.oss-cn-hangzhou.aliyuncs.com',
    },
    region: { type: 'string', value: '地域', says: '存储的地域，例如 oss-cn-hangzhou' },
    'path-style': {
      type: 'boolean',
      default: false,
      says: '存储空间写在路径里，MinIO 要这样',
    },
  },
})

async function run(from: string, destination: UploadTarget): Promise<void> {
  const options: UploadOptions = {
    isDry: values['dry-run'],
    removes: values.delete,
    keepDays: Number(values['keep-days']),
    now: Date.now(),
    tell: (line) => console.log(line),
  }
  const done = await upload(from, destination, options)
  if (Array.isArray(done)) {
    for (const { path, what } of done.slice(0, 20)) console.error(`  ${path} ${what}`)
    return fail('上传没有做完：这些文件和清单不一样。重新构建，再运行一次。')
  }
  const { sent, unchanged, removed, left, withdrawn, purged } = done
  if (options.isDry)
    for (const path of [...sent, ...removed.map((one) => `删 ${one}`)]) console.log(path)
  console.log(
    `${options.isDry ? '要传' : '传了'} ${sent.length} 个，没变 ${unchanged} 个，${options.isDry ? '要删' : '删了'} ${removed.length} 个${options.isDry ? '' : '，全部核对过'}。`,
  )
  if (withdrawn.length > 0) reportWithdrawal({ withdrawn, purged })
  if (left.length > 0)
    console.log(
      `以前上传、现在没有的还有 ${left.length} 个留在那里：${values.delete ? '开着的旧页面还要用，到期再删' : '加 --delete 删去'}。`,
    )
}

/** A withdrawal takes effect without being asked for, so it is told apart from what `--delete` does. */
function reportWithdrawal({ withdrawn, purged }: Pick<Uploaded, 'withdrawn' | 'purged'>): void {
  const act = values['dry-run'] ? '要马上删去' : '已经马上删去，不等 --delete 和 --keep-days'
  console.log(
    `输出里有新撤下的条目：以前上传的页面、检索分片、分享图等凡是可能有它文字和图片的，${act}；旧的脚本和样式留着。撤下的是：`,
  )
  for (const path of withdrawn) console.log(`  ${path}`)
  reportPurged(purged, values['dry-run'] ? '传完' : '现在')
}

const { to, endpoint, region } = values
if (!to) refuse('upload', '要写上传到哪里：--to 地方。')
const from = resolve(values.from)
if (!existsSync(join(from, manifestFile)))
  fail(`“${values.from}”里没有 ${manifestFile}：先运行 npm run build。`)
else {
  const isFirst = isFolder(to) && !existsSync(join(resolve(to), 'uploads.json'))
  if (isFirst) guardTarget('upload', { path: to, purpose: 'output', option: '--to', reads: [from] })
  const place = { to, endpoint, region, isPathStyle: values['path-style'], env: process.env }
  const destination = destinationOf(place)
  if (typeof destination === 'string') refuse('upload', destination)
  try {
    await run(from, destination)
  } catch (error) {
    if (!(error instanceof UploadFault)) throw error
    fail(error.message)
  }
}

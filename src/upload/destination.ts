import { isAbsolute, resolve } from 'node:path'
import { folderDestination, folderFault } from './folder.ts'
import { rsyncDestination } from './rsync.ts'
import { bucketDestination } from './s3.ts'
import type { UploadTarget } from './upload.ts'

interface DestinationOptions {
  to: string
  endpoint?: string | undefined
  region?: string | undefined
  isPathStyle: boolean
  env: Readonly<Record<string, string | undefined>>
}

/** Whether a destination is a folder of this machine: neither `s3://…` nor `host:path`. */
export function isFolder(to: string): boolean {
  return !to.startsWith('s3://') && (isAbsolute(to) || /^[./]/.test(to) || !to.includes(':'))
}

/** The destination an address names, or a sentence in Chinese that says why it names none. */
export function destinationOf(options: DestinationOptions): UploadTarget | string {
  const { to } = options
  if (to.startsWith('s3://')) return bucketOf(options)
  if (!isFolder(to)) return hostOf(to)
  const folder = resolve(to)
  return folderFault(folder) ?? folderDestination(folder)
}

/** Nothing rsync or a shell would take for something else than a host and a path. */
function hostOf(to: string): UploadTarget | string {
  if (/^([\w.-]+@)?[\w.-]+:\/?[\w./-]+$/.test(to) && !to.startsWith('-'))
    return rsyncDestination(to)
  return `“${to}”不是一个地方：写文件夹、用户@主机:/路径，或 s3://存储空间/文件夹。`
}

function bucketOf({
  to,
  endpoint,
  region,
  isPathStyle,
  env,
}: DestinationOptions): UploadTarget | string {
  const [, bucket = '', prefix = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/([\w./-]*))?$/.exec(to) ?? []
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!bucket) return `“${to}”要写成 s3://存储空间 或 s3://存储空间/文件夹。`
  if (!endpoint || !URL.canParse(endpoint))
    return '上传到存储空间要写 --endpoint，例如 https://s3.oss-cn-hangzhou.aliyuncs.com。'
  if (!region) return '上传到存储空间要写 --region，例如 oss-cn-hangzhou、ap-guangzhou。'
  if (!accessKeyId || !secretAccessKey)
    return '密钥放在环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY 里，不写在命令上。'
  const keys = { accessKeyId, secretAccessKey }
  const folder = prefix.replace(/^\/+|\/+$/g, '')
  return bucketDestination({ endpoint, bucket, prefix: folder, region, isPathStyle, ...keys })
}

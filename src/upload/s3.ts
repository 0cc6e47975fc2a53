import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { DomUtils, parseDocument } from 'htmlparser2'
import { caching, fileKindOf } from '../publish/file-kinds.ts'
import { contentTypeOf } from '../publish/policy.ts'
import { UploadFault } from './fault.ts'
import { bytesOf } from './upload.ts'
import type { UploadTarget } from './upload.ts'

/** A bucket of a store that speaks S3: 阿里云 OSS, 腾讯云 COS, MinIO. */
interface Bucket {
  /** `https://s3.oss-cn-hangzhou.aliyuncs.com`, without the bucket. */
  endpoint: string
  bucket: string
  /** Folder in the bucket without slashes around it, or empty. */
  prefix: string
  region: string
  /** The bucket stands in the path, as MinIO has it, not in the host's name. */
  isPathStyle: boolean
  accessKeyId: string
  secretAccessKey: string
}

const { getElementsByTagName, textContent } = DomUtils

/** Files on their way at a time. */
const batch = 8

/**
 * A bucket: each object is put whole, with its type and how long it may be kept. The store's ETag of an
 * object put in one piece is its MD5. Source: Amazon S3 API Reference, PutObject, ListObjectsV2, DeleteObject.
 */
export function bucketDestination(bucket: Bucket, ask = askOf(bucket)): UploadTarget {
  const keyOf = (path: string) => (bucket.prefix ? `${bucket.prefix}/${path}` : path)
  const put = async (path: string, body: Buffer) => {
    const headers = {
      'Content-Type': contentTypeOf(path),
      'Cache-Control': caching[fileKindOf(`/${path}`).lifetime],
      'Content-MD5': createHash('md5').update(body).digest('base64'),
    }
    await ask('PUT', keyOf(path), { headers, body })
  }
  return {
    present: async (from, files) => {
      const etags = await listed(ask, bucket.prefix)
      return new Set(
        files.flatMap(({ path }) => {
          const etag = etags.get(keyOf(path))
          const md5 = etag && createHash('md5').update(bytesOf(from, path)).digest('hex')
          return etag && etag === md5 ? [path] : []
        }),
      )
    },
    put: async (from, files) => {
      for (let at = 0; at < files.length; at += batch)
        await Promise.all(
          files.slice(at, at + batch).map(({ path }) => put(path, bytesOf(from, path))),
        )
    },
    write: (path, content) => put(path, Buffer.from(content)),
    read: async (path) => {
      const answer = await ask('GET', keyOf(path), { allowed: [404] })
      return answer.status === 404 ? undefined : answer.text()
    },
    remove: async (paths) => {
      for (const path of paths) await ask('DELETE', keyOf(path), { allowed: [404] })
    },
  }
}

interface Request {
  headers?: Record<string, string>
  body?: Buffer
  query?: Record<string, string>
  allowed?: number[]
}
type Ask = (method: string, key: string, request?: Request) => Promise<Response>

/** Signed requests (AWS Signature Version 4); a store that is busy is asked again. */
function askOf({ endpoint, bucket, region, isPathStyle, ...keys }: Bucket): Ask {
  const { accessKeyId, secretAccessKey } = keys
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
  const { protocol, host } = new URL(endpoint)
  const root = isPathStyle ? `${protocol}//${host}/${bucket}` : `${protocol}//${bucket}.${host}`
  return async (method, key, { headers = {}, body, query = {}, allowed = [] } = {}) => {
    const url = new URL(`${root}/${key.split('/').map(encodeURIComponent).join('/')}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const answer = await client
      .fetch(url.href, { method, headers, ...(body ? { body: new Uint8Array(body) } : {}) })
      .catch((error: unknown) => {
        throw new UploadFault(
          `连不上 ${url.host}：${reasonOf(error)}。已经传的留着，再运行一次接着传。`,
        )
      })
    if (answer.ok || allowed.includes(answer.status)) return answer
    const [, code = ''] = /<Code>([^<]*)<\/Code>/.exec(await answer.text()) ?? []
    throw new UploadFault(
      `${url.host} 不接受 ${key || '列出文件'}：${answer.status} ${code}。${adviceOf(code)}`,
    )
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}

function adviceOf(code: string): string {
  const advice: Record<string, string> = {
    AccessDenied: '这个密钥没有读写这个存储空间的权限。',
    InvalidAccessKeyId: 'AWS_ACCESS_KEY_ID 写得不对。',
    NoSuchBucket: '没有这个存储空间，先在控制台建好，名字写在 s3:// 后面。',
    RequestTimeTooSkewed: '这台电脑的时间不对，先校准。',
    SignatureDoesNotMatch: 'AWS_SECRET_ACCESS_KEY 或 --region 写得不对。',
  }
  return advice[code] ?? '已经传的留着，改好再运行一次接着传。'
}

/** MD5 of every object below a prefix, by its key. */
async function listed(ask: Ask, prefix: string): Promise<Map<string, string>> {
  const etags = new Map<string, string>()
  let token: string | undefined
  do {
    const query = {
      'list-type': '2',
      ...(prefix ? { prefix: `${prefix}/` } : {}),
      ...(token ? { 'continuation-token': token } : {}),
    }
    const text = await (await ask('GET', '', { query })).text()
    const document = parseDocument(text, { xmlMode: true })
    const wordOf = (name: string, within: Parameters<typeof getElementsByTagName>[1]) =>
      textContent(getElementsByTagName(name, within))
    for (const one of getElementsByTagName('Contents', document))
      etags.set(wordOf('Key', one), wordOf('ETag', one).replaceAll('"', '').toLowerCase())
    token = wordOf('NextContinuationToken', document) || undefined
  } while (token)
  return etags
}

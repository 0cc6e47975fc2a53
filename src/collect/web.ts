import { lookup as resolve } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { Agent, get } from 'node:https'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Limits } from './limits.ts'
import { fault, tooLong } from './origin.ts'
import type { Answer, Asked, Origin, Validators } from './origin.ts'
import { isPublicAddress } from './public-address.ts'

/** How the web is reached; tests bring their own server. */
export interface WebAccess {
  limits: Limits
  /** Whether a machine with this IP address may be asked. */
  isAllowed?: (address: string) => boolean
  /** Certificates that are trusted instead of the system's, as PEM. */
  ca?: string
  resolve?: typeof resolve
}

/** A portal on the web, asked by HTTPS alone, on its own host, and never on a private network. */
export class WebOrigin implements Origin {
  private readonly agent: Agent
  private readonly isAllowed: (address: string) => boolean
  private readonly deadline: AbortSignal

  /** `address` ends with a slash. */
  constructor(
    readonly address: string,
    private readonly access: WebAccess,
  ) {
    const { ca, limits } = access
    this.isAllowed = access.isAllowed ?? isPublicAddress
    this.agent = new Agent({ keepAlive: true, maxSockets: 4, rejectUnauthorized: true, ca })
    this.deadline = AbortSignal.timeout(limits.portal)
  }

  async get(asked: Asked): Promise<Answer> {
    const { limits } = this.access
    const signal = AbortSignal.any([this.deadline, AbortSignal.timeout(limits.file)])
    try {
      return await this.follow(asked, signal)
    } catch (error) {
      if (error instanceof TooLong) return tooLong(asked.bytes)
      return fault(sentenceOf(signal.aborted ? signal.reason : error, limits))
    }
  }

  close(): void {
    this.agent.destroy()
  }

  private async follow(asked: Asked, signal: AbortSignal): Promise<Answer> {
    let url = new URL(asked.path, this.address)
    for (let moves = 0; moves <= this.access.limits.redirects; moves++) {
      const response = await this.ask(url, asked.known, signal)
      const { statusCode = 0, headers } = response
      if (statusCode < 300 || statusCode === 304 || statusCode >= 400)
        return this.read(response, asked)
      response.destroy()
      const next = target(headers, url)
      if (typeof next === 'string') return fault(next)
      url = next
    }
    return fault(`转了 ${this.access.limits.redirects} 次以上，不跟。`)
  }

  private ask(
    url: URL,
    known: Validators | undefined,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // A name is looked at when it has been resolved.
    if (isIP(host) && !this.isAllowed(host)) throw new NotPublic(host)
    const { agent } = this
    const { quiet } = this.access.limits
    return new Promise((answered, failed) => {
      const headers = headersFor(known)
      const options = { agent, headers, signal, timeout: quiet, lookup: this.lookup }
      const request = get(url, options, answered)
      request.on('timeout', () => request.destroy(new Quiet()))
      request.on('error', failed)
    })
  }

  /** The addresses a name has now, those that may be asked alone: the socket connects to one of these. */
  private readonly lookup: LookupFunction = (host, options, found) => {
    const { resolve: ask = resolve } = this.access
    ask(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const allowed = error ? [] : addresses.filter(({ address }) => this.isAllowed(address))
      const [first] = allowed
      if (error) found(error, '')
      else if (!first) found(new NotPublic(host), '')
      else if (options.all) found(null, allowed)
      else found(null, first.address, first.family)
    })
  }

  private async read(response: IncomingMessage, { bytes, known }: Asked): Promise<Answer> {
    const { statusCode = 0, headers } = response
    if (statusCode === 304 && known) {
      response.resume()
      return { kind: 'same' }
    }
    if (statusCode !== 200) {
      response.destroy()
      return fault(statusFault(statusCode))
    }
    const packing = headers['content-encoding'] ?? 'identity'
    if (!/^(identity|gzip)$/i.test(packing) || Number(headers['content-length']) > bytes) {
      response.destroy()
      return /^(identity|gzip)$/i.test(packing)
        ? tooLong(bytes)
        : fault('用了没有要过的压缩方式，不收。')
    }
    const parts: Uint8Array[] = []
    const collected = async (source: AsyncIterable<Uint8Array>) => {
      for await (const part of source) parts.push(part)
    }
    // What is packed may be endless as well, and come to nothing.
    if (/gzip/i.test(packing))
      await pipeline(response, atMost(bytes), createGunzip(), atMost(bytes), collected)
    else await pipeline(response, atMost(bytes), collected)
    const { etag, 'last-modified': modified } = headers
    return { kind: 'file', bytes: Buffer.concat(parts), validators: { etag, modified } }
  }
}

function headersFor({ etag, modified }: Validators = {}): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-encoding': 'gzip',
    'user-agent': 'chaotou-collect',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(modified ? { 'if-modified-since': modified } : {}),
  }
}

/** Where a redirect leads, or why it is not followed. */
function target({ location = '' }: IncomingHttpHeaders, from: URL): URL | string {
  if (!location || !URL.canParse(location, from.href)) return '让程序到别处去，没有说清到哪里。'
  const to = new URL(location, from.href)
  if (to.protocol !== 'https:') return `让程序转到 ${shown(to)}：那里不是 https，不跟。`
  if (to.host !== from.host)
    return `让程序转到 ${shown(to)}：不是同一个网站，不跟。核对以后，把 site.yaml 里的网址改成那个门户现在的网址。`
  return to
}

function shown({ protocol, host }: URL): string {
  return `${protocol}//${host}/`
}

function statusFault(status: number): string {
  if (status === 404 || status === 410)
    return `没有这个文件（${status}）：核对网址，或者那个门户的程序太旧，还不供汇集。`
  if (status === 401 || status === 403 || status === 429) return `不让程序读（${status}）。`
  return `网站出错（${status}）：过一会儿再收。`
}

function atMost(bytes: number) {
  let left = bytes
  return async function* (source: AsyncIterable<Uint8Array>) {
    for await (const part of source) {
      left -= part.length
      if (left < 0) throw new TooLong()
      yield part
    }
  }
}

class TooLong extends Error {}
/** Nothing came for long. */
class Quiet extends Error {}
/** The host is on a private network, or is this machine. */
class NotPublic extends Error {
  constructor(readonly host: string) {
    super(host)
  }
}

/** Why nothing came, in Chinese. */
function sentenceOf(error: unknown, { quiet, file, portal }: Limits): string {
  const seconds = (milliseconds: number) => `${Math.round(milliseconds / 1000)} 秒`
  if (error instanceof NotPublic)
    return `${error.host} 是本机或内网的地址，不收：在同一个网里的，改写成文件夹。`
  if (error instanceof Quiet) return `等了 ${seconds(quiet)} 没有动静，过一会儿再收。`
  if (error instanceof Error && error.name === 'TimeoutError')
    return `太慢：一个文件 ${seconds(file)}、一个门户 ${seconds(portal)} 还没有收完，过一会儿再收。`
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) return '找不到这个网站：核对域名，或者网站已经关了。'
  if (/CERT|SSL|TLS|SELF_SIGNED|VERIFY|EPROTO/.test(code)) return `证书有问题（${code}），不收。`
  if (/^Z_/.test(code)) return '压缩的数据是坏的。'
  if (/^HPE_/.test(code)) return `回答不合 HTTP 的规矩（${code}）。`
  return `连不上${code ? `（${code}）` : ''}，过一会儿再收。`
}

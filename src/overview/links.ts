import type { Library } from '../content/library.ts'
import type { Table } from './edition.ts'

/** Ask an address once, without following it elsewhere; throws when there is no answer in time. */
export type Ask = (url: string) => Promise<{ status: number; location?: string }>

/** Hosts asked side by side; one host is asked for one page at a time. */
const hostsAtOnce = 6
const mostMoves = 5

/** Sources whose address no longer leads where it did, with what to do, by source. */
export async function linkTable({ sources }: Pick<Library, 'sources'>, ask: Ask): Promise<Table> {
  const addressed = [...sources.values()].flatMap(({ data: { id, url } }) =>
    url ? { id, url } : [],
  )
  const hosts = Object.values(byHost(addressed))
  const rows: string[][] = []
  const work = async (): Promise<void> => {
    for (let host = hosts.shift(); host; host = hosts.shift())
      for (const source of host) {
        const found = await followed(source.url, ask)
        if (found) rows.push([source.id, found, source.url])
      }
  }
  await Promise.all(Array.from({ length: hostsAtOnce }, work))
  return {
    title: '来源的网址',
    note: `看了${addressed.length}个网址，列出要处理的；打得开的不列。`,
    columns: ['来源', '怎么了', '网址'],
    rows: rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  }
}

interface Addressed {
  id: string
  url: string
}

function byHost(sources: readonly Addressed[]): Record<string, Addressed[]> {
  const hosts: Record<string, Addressed[]> = {}
  for (const source of sources) (hosts[new URL(source.url).host] ??= []).push(source)
  return hosts
}

/** What is wrong with an address, in Chinese; undefined when it opens. */
async function followed(written: string, ask: Ask): Promise<string | undefined> {
  let url = written
  let isForGood = true
  for (let moves = 0; moves <= mostMoves; moves++) {
    const answer = await answerOf(url, ask)
    if (typeof answer === 'string') return answer
    const { status, location } = answer
    if (status < 300 || status >= 400 || !location)
      return linkProblem(status, { written, url, isForGood })
    isForGood &&= status === 301 || status === 308
    url = new URL(location, url).href
  }
  return '转来转去，打不开。'
}

async function answerOf(url: string, ask: Ask): Promise<Awaited<ReturnType<Ask>> | string> {
  try {
    // What fails once may have been the network's fault.
    return await ask(url).catch(() => ask(url))
  } catch (error) {
    return faultOf(error)
  }
}

function linkProblem(
  status: number,
  { written, url, isForGood }: { written: string; url: string; isForGood: boolean },
): string | undefined {
  if (status === 404 || status === 410)
    return `没有这一页了（${status}）：找转载或存档，换成读得到的网址。`
  if (status === 401 || status === 403 || status === 429)
    return `不让程序读（${status}）：用浏览器打开看一看。`
  if (status >= 400) return `网站出错（${status}）：过几天再看。`
  if (url === written) return undefined
  if (new URL(url).pathname.length <= 1 && new URL(written).pathname.length > 1)
    return `转到了首页 ${url}：原来的页面可能没有了。`
  return isForGood ? `搬到了 ${url}：核对以后改成新网址。` : undefined
}

/** Node tells a failed request by the code of its cause. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return '连不上：过几天再看。'
  if (error.name === 'TimeoutError') return '等了很久没有回答：过几天再看。'
  const code = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : ''
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) return '找不到这个网站：核对域名，或者网站已经关了。'
  if (/CERT|SSL|TLS|SELF_SIGNED/.test(code)) return `证书有问题（${code}）：用浏览器打开看一看。`
  return `连不上${code ? `（${code}）` : ''}：过几天再看。`
}

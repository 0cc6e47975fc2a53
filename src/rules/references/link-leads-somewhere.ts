import { addressOf, normalizePath } from '../../content/address.ts'
import { isPublished } from '../../content/library.ts'
import type { Entry, Library } from '../../content/library.ts'
import { nearest } from '../../content/nearest.ts'
import { statuses } from '../../model/entry.ts'
import { fileAt, ownPages } from '../../pages/links.ts'
import { fileAddresses, pageAddresses } from '../reading/site-addresses.ts'
import { entryRule } from '../engine/rule.ts'

export const linkLeadsSomewhere = entryRule({
  id: 'link-leads-somewhere',
  summary: '站内链接和锚点都能打开，指向已发布的条目。',
  severity: 'error',
  *check({ entry, library, share }) {
    const isMade = (address: string) =>
      address.startsWith('/handbook/')
        ? isInHandbook(library, address)
        : share(pageAddresses).has(address) || share(fileAddresses).has(address)
    for (const { target, position } of entry.body.links) {
      // A relative address leads nowhere: it is not said from where.
      if (/^[a-z][a-z0-9+.-]*:/i.test(target)) continue
      const fault = complaint(entry, decoded(target), library, isMade)
      if (fault) yield { at: { position }, ...fault }
    }
  },
})

function complaint(
  entry: Entry,
  target: string,
  library: Library,
  isMade: (address: string) => boolean,
): { message: string; hint: string } | undefined {
  const { path, query, fragment } = normalizePath(target)
  const goal = target.startsWith('#') ? entry : library.byPath.get(path)
  if (!goal) return isKnown(path, library, isMade) ? undefined : nowhere(target, path, library)
  if (goal !== entry && isPublished(entry) && !isPublished(goal))
    return {
      message: `链接的“${goal.data.title}”${statuses[goal.data.status]}，读者打不开。`,
      hint: goal.data.status === 'draft' ? '等它发布以后再链接。' : '删去链接，或换成还在的条目。',
    }
  if (/^(s-|t=|$)/.test(fragment)) return tooLate(goal, fragment, query)
  const ids = goal.body.headings.map(({ id }) => id)
  if (ids.includes(fragment)) return undefined
  const guess = nearest(fragment, ids)
  const choices = ids.map((id) => `#${id}`).join('、')
  return {
    message: `“${goal.data.title}”里没有锚点 #${fragment}。`,
    hint: guess ? `你是不是要写 #${guess}？` : choices ? `这一页有：${choices}。` : '删去锚点。',
  }
}

function nowhere(target: string, path: string, library: Library) {
  const guess = nearest(path, library.byPath.keys())
  return {
    message: `链接 ${target} 指向的页面不存在。`,
    hint: guess ? `你是不是要写 ${guess}？` : '写站内地址，例如 /cases/hangzhou，或删去链接。',
  }
}

/** A film is not as long as the moment a link begins at. */
function tooLate(goal: Entry, fragment: string, query: string) {
  const [, seconds] = /(?:^|[?&])t=(\d+)(?:$|&)/.exec(fragment || query) ?? []
  if (seconds === undefined || goal.collection !== 'videos') return undefined
  const { duration } = goal.data
  if (duration === undefined || Number(seconds) < duration) return undefined
  return {
    message: `链接从第 ${seconds} 秒开始放，可“${goal.data.title}”只有 ${duration} 秒。`,
    hint: '对照视频改成里面有的时间，单位是秒。',
  }
}

/** Pages and files other than entries, and entries that exist but have faults of their own. */
function isKnown(path: string, library: Library, isMade: (address: string) => boolean): boolean {
  const faulty = library.rejected.some((file) => addressOf(file)?.path === path)
  const address = fileAt(library, path)
  // The book of addresses is opened only for what not every portal has.
  return faulty || ownPages.has(path) || (address !== undefined && isMade(address))
}

/** The handbook belongs to the program; a library that was read without it cannot tell. */
function isInHandbook({ handbook }: Library, address: string): boolean {
  return handbook?.has(address) ?? true
}

function decoded(target: string): string {
  if (!target.includes('%')) return target
  try {
    return decodeURI(target)
  } catch {
    return target
  }
}

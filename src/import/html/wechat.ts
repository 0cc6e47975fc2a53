import { plainOf } from '../blocks.ts'
import type { Block, ImportFinding, ReadDocument } from '../blocks.ts'
import { descendants, isElement, textOf } from '../../documents/tree.ts'
import type { Element, Node } from '../../documents/tree.ts'
import { dateIn, metaOf } from './page.ts'

/** The article of a saved page of a WeChat public account; undefined when the page is another kind. */
export function wechatArticle(root: Element): Element | undefined {
  return byId(root, 'js_content')
}

/** Whether a page comes from WeChat, with an article on it or not. */
export function isWechat(root: Element, text: string): boolean {
  return (
    byId(root, 'js_content') !== undefined ||
    /https?:\/\/mp\.weixin\.qq\.com\/(s[/?]|mp\/)/.test(metaOf(root, text).url ?? '') ||
    /var\s+msg_title\s*=|id=["']activity-detail["']/.test(text)
  )
}

export const noArticle =
  '这是微信的页面，但是里面没有文章的正文，可能是验证页、已经删除的文章，或者图片消息、视频消息：请在浏览器里打开文章，看得到正文以后，另存为“网页，全部”再导入。'

/** What the page says of its article: the account is the publisher, not WeChat's platform. */
export function wechatMeta(root: Element, text: string): ReadDocument['meta'] {
  const general = metaOf(root, text)
  const own = (id: string) => plain(textOf(byId(root, id)))
  const profile = [...descendants(root)].find(({ attributes }) =>
    /(^|\s)profile_nickname(\s|$)/.test(attributes.class ?? ''),
  )
  const stamp = variable(text, 'ct') ?? variable(text, 'createTime')
  const spoken = variable(text, 'publish_time') ?? own('publish_time')
  const title = own('activity-name') || general.title || variable(text, 'msg_title')
  const publisher = own('js_name') || plain(textOf(profile)) || variable(text, 'nickname')
  const author = own('js_author_name') || general.author || variable(text, 'author')
  const found = {
    title: title ?? '',
    publisher: publisher ?? '',
    published: dayOfStamp(stamp) ?? dateIn(spoken) ?? '',
    url: addressOf(general.url ?? variable(text, 'msg_link') ?? ''),
    author: author === publisher ? '' : (author ?? ''),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== ''))
}

/** What the link below the article leads to, which may be where it came out first. */
export function originalFinding(text: string): ImportFinding[] {
  const address = variable(text, 'msg_source_url')
  if (!address || !/^https?:\/\//.test(address)) return []
  const message = `文章末尾的“阅读原文”指向 ${address}：如果那里是最早发布的地方，来源改写成它。`
  return [{ kind: 'decide', message }]
}

/** An account's stamp is in seconds; its day is China's. */
function dayOfStamp(stamp: string | undefined): string | undefined {
  if (!stamp || !/^\d{10}$/.test(stamp)) return stamp ? dateIn(stamp) : undefined
  return new Date((Number(stamp) + 8 * 3600) * 1000).toISOString().slice(0, 10)
}

/** `var name = "value"`, however the page's scripts write it. */
function variable(text: string, name: string): string | undefined {
  const pattern = new RegExp(
    String.raw`(?:var\s+|window\.|\b)${name}\s*[=:]\s*(?:htmlDecode\(|decodeURIComponent\()?\s*(["'])((?:\\.|(?!\1).){1,500})\1`,
  )
  const value = pattern.exec(text)?.[2]
  return value
    ?.replace(/\\x([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\\//g, '/')
    .replace(/&amp;/g, '&')
    .replace(/&(quot|#34);/g, '"')
    .replace(/&(nbsp|#160);/g, ' ')
    .trim()
}

/** An article's address without what says who opened it from where. */
function addressOf(address: string): string {
  if (!URL.canParse(address)) return ''
  const url = new URL(address)
  if (url.hostname !== 'mp.weixin.qq.com') return address
  const named = ['__biz', 'mid', 'idx', 'sn']
  const found = named.flatMap((name) => {
    const value = url.searchParams.get(name)
    return value === null ? [] : [`${name}=${value}`]
  })
  return `https://mp.weixin.qq.com${url.pathname}${found.length > 0 ? `?${found.join('&')}` : ''}`
}

/** A number that stands alone above a heading, as templates set it. */
const ornament =
  /^(?:0?\d{1,2}|part\s*\.?\s*(?:0?\d{1,2}|one|two|three|four|five)|no\.?\s*0?\d{1,2})[.、]?$/i

/** Join the numbers that templates set above headings: the heading is what follows, in bold. */
export function withoutOrnaments(blocks: readonly Block[]): {
  blocks: Block[]
  ornaments: string[]
} {
  const ornaments: string[] = []
  const joined: Block[] = []
  let after = false
  for (const [index, block] of blocks.entries()) {
    const text = textOfBlock(block)
    const next = blocks.slice(index + 1).find((one) => textOfBlock(one) !== '')
    if (ornament.test(text) && next && isHeadingLike(textOfBlock(next))) {
      ornaments.push(text)
      after = true
    } else if (after && block.kind === 'paragraph' && text !== '') {
      const inlines = block.inlines.map((one) =>
        one.kind === 'text' ? { ...one, bold: true } : one,
      )
      joined.push({ ...block, inlines })
      after = false
    } else joined.push(block)
  }
  return { blocks: joined, ornaments }
}

function isHeadingLike(text: string): boolean {
  return text !== '' && text.length <= 25 && !ornament.test(text) && !/[。；，：！？,;]/.test(text)
}

function textOfBlock(block: Block): string {
  return block.kind === 'paragraph' ? plain(plainOf(block.inlines)) : ''
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function byId(root: Element, id: string): Element | undefined {
  const search = (nodes: readonly Node[]): Element | undefined => {
    for (const node of nodes) {
      if (!isElement(node)) continue
      const found = node.attributes.id === id ? node : search(node.children)
      if (found) return found
    }
    return undefined
  }
  return search(root.children)
}

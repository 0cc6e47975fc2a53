import { isElement, textOf } from '../../documents/tree.ts'
import type { Element, Node } from '../../documents/tree.ts'
import type { ImportFinding } from '../blocks.ts'

/** What stands in an article and is no text of it: films, sounds, cards and advertisements. */
interface Embedded {
  kind: 'film' | 'sound' | 'card' | 'form'
  words: string
}

const names: Record<Embedded['kind'], string> = {
  film: '视频没有放进草稿：要用的，另外取得视频文件和授权，再写成视频条目',
  sound: '音频没有放进草稿',
  card: '名片、小程序、商品和广告没有放进草稿',
  form: '投票、表单和别的嵌入页面没有放进草稿',
}

/** An element without what is embedded in it, and that, in order. */
export function withoutEmbedded(element: Element): { element: Element; embedded: Embedded[] } {
  const embedded: Embedded[] = []
  const keep = (node: Node): Node[] => {
    if (!isElement(node)) return [node]
    const kind = kindOf(node)
    if (kind) {
      embedded.push({ kind, words: wordsOf(node) })
      return []
    }
    return [{ ...node, children: node.children.flatMap(keep) }]
  }
  return { element: { ...element, children: element.children.flatMap(keep) }, embedded }
}

/** One line of the report a kind, with every one of it. */
export function embeddedFindings(embedded: readonly Embedded[]): ImportFinding[] {
  const kinds: Embedded['kind'][] = ['film', 'sound', 'card', 'form']
  return kinds.flatMap((kind): ImportFinding[] => {
    const own = embedded.filter((one) => one.kind === kind)
    if (own.length === 0) return []
    const text = own.map(({ words }) => words || '（没有写名称）').join('\n')
    return [{ kind: 'lost', message: `${names[kind]}，共${own.length}个。`, text }]
  })
}

function kindOf({ name, attributes }: Element): Embedded['kind'] | undefined {
  const address = `${attributes.src ?? ''} ${attributes['data-src'] ?? ''}`
  const named = `${attributes.class ?? ''} ${attributes['data-pluginname'] ?? ''}`
  if (name === 'video' || /^mp-common-(videosnap|video|live)/.test(name)) return 'film'
  if (name === 'audio' || /^(mpvoice|qqmusic|mp-common-(mpaudio|qqmusic|music|clmusic))/.test(name))
    return 'sound'
  if (
    /^(mp-common-(profile|product|miniprogram|weapp|cpsad|redpacket|poi|gift)|mp-(miniprogram|weapp)|mpcpc|mpprofile|mpproduct)/.test(
      name,
    )
  )
    return 'card'
  if (
    /(^|\s)(weapp_(text|image)_link|weapp_display_element|js_(cpc|ad)_area|mp_profile_iframe_wrp)(\s|$)/.test(
      named,
    )
  )
    return 'card'
  if (/^(iframe|object|embed)$/.test(name))
    return /v\.qq\.com|video|player|bilibili|youku|\.mp4|\.m3u8|\.flv/i.test(address + named)
      ? 'film'
      : 'form'
  return name === 'form' || name.startsWith('mp-common-') ? 'form' : undefined
}

/** What an embedded element says of itself: its title, its owner, its address, its words. */
function wordsOf(element: Element): string {
  const { attributes } = element
  const said = [
    ...['data-title', 'title', 'data-desc', 'data-nickname', 'data-name', 'data-miniprogram-title'],
    ...['data-miniprogram-nickname', 'data-weui-theme-name', 'data-vid', 'data-mpvid'],
  ].map((name) => (attributes[name] ?? '').trim())
  const address = [attributes['data-src'], attributes.src].find(
    (one) => one && !one.startsWith('data:'),
  )
  const own = textOf(element).replace(/\s+/g, ' ').trim()
  return [...new Set([...said, address ?? '', own])]
    .filter((part) => part !== '')
    .join('，')
    .slice(0, 2000)
}

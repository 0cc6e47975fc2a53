// Plain JavaScript, sent to browsers as text.

/**
 * What is wrong with the layout of the page that is open, in words; run by the page itself. Only parts
 * that are there are asked about. `desk` is a width at which parts stand beside each other.
 */
export function faultsOf(desk) {
  const faults = []
  const all = (selector) => [...document.querySelectorAll(selector)]
  // A part for screen readers alone is not seen.
  const shown = (element) => element.getClientRects().length > 0 && !element.matches('.vh')
  const box = (selector) => all(selector).filter(shown)[0]?.getBoundingClientRect()
  const root = document.documentElement
  const over = root.scrollWidth - root.clientWidth
  if (over > 0) faults.push(`横向多出 ${over} 像素`)

  const title = box('main h1')
  if (title && title.left < 12) faults.push('正文贴着屏幕边')
  const band = box('main .band + .band')
  if (band && band.height < 60) faults.push('栏目没有高度')

  const [brand, nav, tools] = [box('.head .brand'), box('.head .nav'), box('.head .tools')]
  if (brand && nav && tools) {
    if (Math.abs(brand.top - tools.top) > 30) faults.push('标志和按钮不在一行')
    if (desk !== nav.top < brand.bottom - 5) faults.push(desk ? '导航不在一行' : '导航没有另起一行')
    if (tools.right > innerWidth + 1) faults.push('按钮出了屏幕')
    const middle = ({ top, height }) => top + height / 2
    const links = all('.head .nav a').map((link) => middle(link.getBoundingClientRect()))
    // At a desk the header is one line, and what stands in it shares its middle.
    for (const line of desk ? [middle(tools), ...links] : [])
      if (Math.abs(line - middle(brand)) > 4)
        faults.push(`页头里有一处比标志${line < middle(brand) ? '高' : '低'}`)
  }
  for (const [main, side] of [
    ['.art__main', '.art__side'],
    ['.facets', '[data-items]'],
    ['.player', '.panel'],
  ]) {
    const [left, right] = [box(main), box(side)]
    if (left && right && desk !== right.left >= left.right) faults.push(`${side} 站错了地方`)
  }
  const stage = box('.stage')
  if (stage && Math.abs(stage.height - (stage.width * 9) / 16) > 4) faults.push('影片不是16比9')

  const apart = (first, second, name) => {
    const [a, b] = [first.getBoundingClientRect(), second.getBoundingClientRect()]
    if (Math.abs(a.top - b.top) < 20 && b.left - a.right < 2.5) faults.push(`${name} 挨在一起`)
  }
  for (const parent of all(
    '.chips, .meta, .acts, .try, .more, .btn, .tool, .chip, .legend, .facet a',
  )) {
    const children = [...parent.children].filter(shown)
    const [first, second] = children
    if (first && second) apart(first, second, `${parent.className || parent.tagName} 里的`)
  }
  for (const parent of all('*')) {
    const style = getComputedStyle(parent)
    if (!/flex$/.test(style.display) || !shown(parent)) continue
    const has = (test) => [...parent.childNodes].some(test)
    const bare = has((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '')
    if (bare && parent.children.length > 0 && parseFloat(style.columnGap) > 0)
      faults.push(`${parent.className || parent.tagName} 里的文字没有自己的元素`)
    if (has((node) => node.nodeName === 'WBR')) faults.push(`${parent.className} 里直接放了 wbr`)
  }
  return [...new Set(faults)]
}

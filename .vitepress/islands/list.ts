import {
  countAll,
  countValues,
  matches,
  ofThemSaid,
  ownOrigin,
  readChoice,
  writeChoice,
} from '../../src/pages/facets.ts'
import type { Choice, FacetTags } from '../../src/pages/facets.ts'

interface Item {
  element: HTMLElement
  tags: FacetTags
}

/** Narrow a list in place: the facet links toggle, counts follow, and the choice lives in the address. */
export function mount(root: HTMLElement): void {
  const groups = [...root.querySelectorAll<HTMLElement>('[data-facet]')]
  const names = groups.map((group) => group.dataset.facet ?? '')
  const items = [...root.querySelectorAll<HTMLElement>('[data-items] > *')].map((element) => ({
    element,
    tags: tagsOf(element, names),
  }))
  const show = (choice: Choice) => render(root, groups, items, choice)
  root.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.facets a') : null
    const choice = link && chosenBy(link, readChoice(location.search, names))
    if (!choice || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    history.replaceState(null, '', `${location.pathname}${writeChoice(choice)}`)
    show(choice)
  })
  const begun = readChoice(location.search, names)
  for (const group of groups)
    if (group instanceof HTMLDetailsElement && begun[group.dataset.facet ?? '']) group.open = true
  show(begun)
}

function tagsOf(element: HTMLElement, names: string[]): FacetTags {
  return Object.fromEntries(
    names.map((name) => [name, (element.dataset[name] ?? '').split(' ').filter(Boolean)]),
  )
}

/** The choice after a tap on a facet link; undefined for a link that only leads somewhere. */
function chosenBy(link: HTMLAnchorElement, choice: Choice): Choice | undefined {
  if ('clear' in link.dataset) return {}
  const name = link.closest<HTMLElement>('[data-facet]')?.dataset.facet
  const value = link.dataset.value
  if (!name || value === undefined) return undefined
  const { [name]: before, ...others } = choice
  return value === '' || before === value ? others : { ...others, [name]: value }
}

function render(root: HTMLElement, groups: HTMLElement[], items: Item[], choice: Choice): void {
  const left = items.filter(({ element, tags }) => {
    element.hidden = !matches(tags, choice)
    return !element.hidden
  })
  const tags = items.map((item) => item.tags)
  for (const group of groups) {
    const name = group.dataset.facet ?? ''
    const counts = countValues(tags, name, choice)
    counts.set('', countAll(tags, name, choice))
    for (const link of group.querySelectorAll<HTMLAnchorElement>('a[data-value]'))
      showValue(link, counts, choice[name] ?? '')
    showChosen(group, choice[name] ?? '')
  }
  const narrowed = Object.keys(choice).length > 0
  root.querySelector<HTMLElement>('[data-clear]')?.toggleAttribute('hidden', !narrowed)
  const parts = [...root.querySelectorAll<HTMLElement>('[data-part]')].map(showPart).join('')
  const status = root.querySelector<HTMLElement>('[data-count]')
  const unit = status?.dataset.unit ?? '篇'
  if (status)
    status.textContent = `共${left.length}${unit}${ofThemSaid(countedIn(left))}${parts}${narrowed ? `，全部${items.length}${unit}` : ''}`
}

function countedIn(items: Item[]): { count: number; collected: number } {
  const collected = items.filter(
    ({ element }) => (element.dataset.origin ?? ownOrigin) !== ownOrigin,
  )
  return { count: items.length, collected: collected.length }
}

/** A part of the list that stands apart goes when nothing of it is left; what the count says of it. */
function showPart(part: HTMLElement): string {
  const left = part.querySelectorAll('[data-items] > :not([hidden])').length
  part.hidden = left === 0
  const count = part.querySelector('[data-part-count]')
  if (count) count.textContent = `${left}篇`
  return left > 0 ? `，其中${part.dataset.part}${left}篇` : ''
}

/** A folded group says what is chosen in it. */
function showChosen(group: HTMLElement, chosen: string): void {
  const links = [...group.querySelectorAll<HTMLElement>('a[data-value]')]
  const link = links.find(({ dataset }) => chosen !== '' && dataset.value === chosen)
  const said = group.querySelector('[data-chosen]')
  if (said) said.textContent = link?.querySelector('span')?.textContent ?? '全部'
}

function showValue(link: HTMLAnchorElement, counts: Map<string, number>, chosen: string): void {
  const value = link.dataset.value ?? ''
  const count = counts.get(value) ?? 0
  const label = link.querySelector('b')
  if (label) label.textContent = String(count)
  link.classList.toggle('is-none', count === 0)
  if (chosen === value) link.setAttribute('aria-current', 'true')
  else link.removeAttribute('aria-current')
}

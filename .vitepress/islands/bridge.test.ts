import { afterEach, expect, test, vi } from 'vitest'
import { startIslands } from './bridge.ts'

interface Watch {
  rootMargin?: string
  element?: unknown
  disconnected: boolean
  see: (isIntersecting: boolean) => void
}

/** As much of an element as the bridge touches. */
function islandOf(dataset: Record<string, string>): HTMLElement {
  const ownerDocument = { documentElement: { dataset: { js: '' } } }
  // The bridge reads and writes data sets only; islands themselves are stubs here.
  return { dataset, ownerDocument } as unknown as HTMLElement
}

function pageOf(...elements: HTMLElement[]): ParentNode {
  // The bridge asks a page for its islands and for nothing else.
  return { querySelectorAll: () => elements } as unknown as ParentNode
}

function watchScreen(): Watch[] {
  const watches: Watch[] = []
  class Observer {
    readonly watch: Watch
    constructor(
      notify: (entries: { isIntersecting: boolean }[]) => void,
      options: { rootMargin?: string },
    ) {
      const see = (isIntersecting: boolean) => notify([{ isIntersecting }])
      this.watch = { rootMargin: options.rootMargin, disconnected: false, see }
      watches.push(this.watch)
    }
    observe(element: unknown): void {
      this.watch.element = element
    }
    disconnect(): void {
      this.watch.disconnected = true
    }
  }
  vi.stubGlobal('IntersectionObserver', Observer)
  vi.stubGlobal('window', { IntersectionObserver: Observer })
  return watches
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('an island is mounted at once with its own data, and marked awake', async () => {
  const element = islandOf({ island: 'quiz', when: 'load', props: '{"questions":[1]}' })
  const mount = vi.fn()
  startIslands({ quiz: async () => ({ mount }) }, pageOf(element))
  await vi.waitFor(() => expect(element.dataset.awake).toBe(''))
  expect(mount).toHaveBeenCalledExactlyOnceWith(element, { questions: [1] })
})

test('an island without data is given null', async () => {
  const element = islandOf({ island: 'article' })
  const mount = vi.fn()
  startIslands({ article: async () => ({ mount }) }, pageOf(element))
  await vi.waitFor(() => expect(mount).toHaveBeenCalledExactlyOnceWith(element, null))
})

test('an island wanted when visible is fetched only as it nears the screen, and once', async () => {
  const watches = watchScreen()
  const element = islandOf({ island: 'quiz', when: 'visible' })
  const load = vi.fn(async () => ({ mount: vi.fn() }))
  startIslands({ quiz: load }, pageOf(element))
  const [watch] = watches
  expect(watch).toMatchObject({ element, rootMargin: '400px' })
  watch?.see(false)
  expect(load).not.toHaveBeenCalled()
  watch?.see(true)
  await vi.waitFor(() => expect(element.dataset.awake).toBe(''))
  expect(load).toHaveBeenCalledOnce()
  expect(watch?.disconnected).toBe(true)
})

test('a browser that cannot watch the screen gets the island at once', async () => {
  vi.stubGlobal('window', {})
  const element = islandOf({ island: 'quiz', when: 'visible' })
  startIslands({ quiz: async () => ({ mount: vi.fn() }) }, pageOf(element))
  await vi.waitFor(() => expect(element.dataset.awake).toBe(''))
})

test('an island nobody knows is left as it is', () => {
  const unknown = islandOf({ island: 'player', when: 'load' })
  startIslands({}, pageOf(unknown))
  expect(unknown.dataset).not.toHaveProperty('awake')
})

test.for([
  [
    'its module cannot be fetched',
    { load: () => Promise.reject(new Error('offline')), props: '1' },
  ],
  ['its data is not JSON', { load: async () => ({ mount: vi.fn() }), props: '{' }],
] as const)('when %s the page stays and the other islands live', async ([, { load, props }]) => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const broken = islandOf({ island: 'quiz', props })
  const other = islandOf({ island: 'article' })
  const islands = { quiz: load, article: async () => ({ mount: vi.fn() }) }
  startIslands(islands, pageOf(broken, other))
  await vi.waitFor(() => expect(other.dataset.awake).toBe(''))
  await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce())
  expect(warn.mock.calls[0]?.[0]).toBe('这一部分没有载入，页面仍可阅读。')
  expect(broken.dataset).not.toHaveProperty('awake')
  // What hides the controls of the page that would do nothing now.
  expect(broken.ownerDocument.documentElement.dataset.js).toBe('head')
  expect(other.ownerDocument.documentElement.dataset.js).toBe('')
})

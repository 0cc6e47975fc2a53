/** What an island's module offers: a way to bring its server-rendered element to life. */
export interface Island {
  /** Made of a Vue component, which in development is live already. */
  component?: true
  mount: (element: HTMLElement, data: unknown) => void
}

/** Every island by name; each is a file of its own that is fetched only when a page has it. */
export const islands = {
  article: (): Promise<Island> => import('./article.ts'),
  film: (): Promise<Island> => import('./film/start.ts'),
  list: (): Promise<Island> => import('./list.ts'),
  quiz: (): Promise<Island> => import('./quiz/index.ts'),
  search: (): Promise<Island> => import('./search/page.ts'),
  mystudy: (): Promise<Island> => import('./study/mine/index.ts'),
  pack: (): Promise<Island> => import('./study/pack/index.ts'),
  readypack: (): Promise<Island> => import('./study/pack/ready.ts'),
  resume: (): Promise<Island> => import('./study/resume.ts'),
  study: (): Promise<Island> => import('./study/start.ts'),
  week: (): Promise<Island> => import('./week.ts'),
}

export type IslandName = keyof typeof islands

/** What an island's module offers: a way to bring its server-rendered element to life. */
export interface Island {
  /** Made of a Vue component, which in development is live already. */
  component?: true
  mount: (element: HTMLElement, data: unknown) => void
}

/** Every island by name; each is a file of its own that is fetched only when a page has it. */
export const islands = {
  article: (): Promise<Island> => import('./article.ts'),
  book: (): Promise<Island> => import('./meeting/takeaway/index.ts'),
  compare: (): Promise<Island> => import('./compare/index.ts'),
  contest: (): Promise<Island> => import('./meeting/contest/index.ts'),
  deck: (): Promise<Island> => import('./meeting/deck/index.ts'),
  film: (): Promise<Island> => import('./film/start.ts'),
  listening: (): Promise<Island> => import('./listening/start.ts'),
  list: (): Promise<Island> => import('./list.ts'),
  minutes: (): Promise<Island> => import('./meeting/minutes/index.ts'),
  quiz: (): Promise<Island> => import('./quiz/index.ts'),
  search: (): Promise<Island> => import('./search/page.ts'),
  mystudy: (): Promise<Island> => import('./study/mine/index.ts'),
  meeting: (): Promise<Island> => import('./meeting/agenda/index.ts'),
  meetings: (): Promise<Island> => import('./meeting/year/index.ts'),
  projector: (): Promise<Island> => import('./meeting/deck/projector.ts'),
  recording: (): Promise<Island> => import('./listening/recording.ts'),
  readypack: (): Promise<Island> => import('./study/pack/ready.ts'),
  resume: (): Promise<Island> => import('./study/resume.ts'),
  study: (): Promise<Island> => import('./study/start.ts'),
  week: (): Promise<Island> => import('./week.ts'),
}

export type IslandName = keyof typeof islands

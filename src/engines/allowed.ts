/** Names that built scripts may hold though promised engines lack them: `.vitepress/islands/polyfills.ts` adds them. */
export const polyfilled: readonly string[] = [
  'at',
  'fromEntries',
  'globalThis',
  'replaceAll',
  'replaceChildren',
]

/** The same, where whoever uses them asks first, or they are another thing's: by name, why. */
export const guarded: Readonly<Record<string, string>> = {
  BroadcastChannel: 'other tabs are told where there is one',
  HTMLDialogElement: 'asked for with showModal',
  IntersectionObserver: 'without one an island starts at once',
  MathMLElement: 'Vue asks with typeof',
  bytes: 'ours: bytes of an index file',
  cancelIdleCallback: 'Vue’s, for hydration that is not used',
  captureStackTrace: 'zod asks for it',
  detached: 'ours and Vue’s: a node that left the page',
  errors: 'ours: faults of a record',
  exitFullscreen: 'full-screen.ts asks for every name it has',
  exitPictureInPicture: 'the button is hidden where it is not enabled',
  fullscreenElement: 'full-screen.ts asks for every name it has',
  loading: 'ours: what is on its way',
  nonce: 'Vite reads it of a meta element that is not there',
  pictureInPictureElement: 'the button is hidden where it is not enabled',
  pictureInPictureEnabled: 'hides its button where it is undefined',
  requestFullscreen: 'full-screen.ts asks for every name it has',
  requestIdleCallback: 'a timer stands in',
  requestPictureInPicture: 'the button is hidden where it is not enabled',
  scheduler: 'Vue’s own scheduler of jobs',
  showModal: 'modal.ts and support.ts ask for it',
  stackTraceLimit: 'zod sets it, which harms nobody',
  toReversed: 'Vue hands it on to arrays that have it',
  toSorted: 'Vue hands it on to arrays that have it',
  toSpliced: 'Vue hands it on to arrays that have it',
  trustedTypes: 'asked for',
}

const key = 'chaotou:captions'

/** How a device wants captions. */
export interface CaptionChoice {
  shown: boolean
  large: boolean
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>

/** What is remembered; a blocked or broken storage remembers nothing. */
export function recall(storage: () => Storage): CaptionChoice {
  try {
    const kept: unknown = JSON.parse(storage().getItem(key) ?? '{}')
    const said: Partial<Record<string, unknown>> =
      typeof kept === 'object' && kept !== null ? { ...kept } : {}
    return { shown: said.shown !== false, large: said.large === true }
  } catch {
    return { shown: true, large: false }
  }
}

export function remember(storage: () => Storage, choice: CaptionChoice): void {
  try {
    storage().setItem(key, JSON.stringify(choice))
  } catch {
    // Storage is blocked or full: the choice holds for this page.
  }
}

const key = 'chaotou:listening'

/** How the reader listens, on this device. */
export interface ListeningSettings {
  speed: number
  /** The voice by its `voiceURI`; absent while the best is taken. */
  voice?: string
}

/** What was saved; the speed 1 and the best voice where nothing was, or what was is unusable. */
export function readSettings(): ListeningSettings {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Record<string, unknown>>
    const { speed, voice } = kept
    return {
      speed: typeof speed === 'number' && speed >= 0.5 && speed <= 2 ? speed : 1,
      ...(typeof voice === 'string' ? { voice } : {}),
    }
  } catch {
    return { speed: 1 }
  }
}

/** Save for the next page; silently not, where storage is blocked. */
export function saveSettings(settings: ListeningSettings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings))
  } catch {
    // Storage is blocked: they hold for this page.
  }
}

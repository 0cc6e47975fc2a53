const key = 'chaotou:listening'

/** How the reader listens, on this device. */
export interface Habit {
  speed: number
  /** The voice by its `voiceURI`; absent while the best is taken. */
  voice?: string
}

export function readHabit(): Habit {
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

export function keepHabit(habit: Habit): void {
  try {
    localStorage.setItem(key, JSON.stringify(habit))
  } catch {
    // Storage is blocked: the habit holds for this page.
  }
}

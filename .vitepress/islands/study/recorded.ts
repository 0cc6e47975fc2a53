const key = 'chaotou:study'

/** Whether this browser holds a study record, as far as can be told without opening it. */
export function isRecorded(): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

export function markRecorded(held: boolean): void {
  try {
    if (held) localStorage.setItem(key, '1')
    else localStorage.removeItem(key)
  } catch {
    // Storage is blocked: nothing is held either.
  }
}

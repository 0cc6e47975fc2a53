/** What a key asks of a player. */
export type KeyAction =
  | { do: 'toggle' | 'captions' | 'full' | 'mute' }
  | { do: 'skip'; by: number }
  | { do: 'part'; tenth: number }
  | { do: 'chapter' | 'hit'; by: 1 | -1 }

const plain: Record<string, KeyAction> = {
  ' ': { do: 'toggle' },
  k: { do: 'toggle' },
  arrowleft: { do: 'skip', by: -5 },
  arrowright: { do: 'skip', by: 5 },
  j: { do: 'skip', by: -10 },
  l: { do: 'skip', by: 10 },
  c: { do: 'captions' },
  f: { do: 'full' },
  m: { do: 'mute' },
  ',': { do: 'chapter', by: -1 },
  '.': { do: 'chapter', by: 1 },
}

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** The habits of YouTube's keyboard; nothing for a key that the browser or a reader's tool wants. */
export function actionFor(event: Pressed): KeyAction | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  const key = event.key.toLowerCase()
  if (key === 'n') return { do: 'hit', by: event.shiftKey ? -1 : 1 }
  if (event.shiftKey) return undefined
  return /^\d$/.test(key) ? { do: 'part', tenth: Number(key) } : plain[key]
}

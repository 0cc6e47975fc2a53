import type { Run } from '../../../../src/meeting/deck/run.ts'

/** What the two windows of a showing say to each other. */
export type Message =
  /** The projector's: how it stands, and seconds left to think. */
  | { say: 'state'; run: Run; left?: number }
  /** The host's window asks for the state. */
  | { say: 'hello' }
  | { say: 'go'; to: number }
  | { say: 'act'; action: 'blank' | 'dark' | 'next' }
  | { say: 'cut'; row: number; minutes: number }
  /** Either ends the showing. */
  | { say: 'end' }

export interface Wire {
  send: (message: Message) => void
  close: () => void
}

/**
 * Connect the windows of one showing: by a channel of the site, or from disk and in engines without one
 * by the handle that the opening window has of the opened.
 */
export function openWire(
  showing: string,
  other: () => Window | null | undefined,
  hear: (message: Message) => void,
): Wire {
  const name = `chaotou-deck:${showing}`
  if ('BroadcastChannel' in window && location.protocol !== 'file:') {
    const channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data)
    return { send: (message) => channel.postMessage(message), close: () => channel.close() }
  }
  const heard = ({ data, source }: MessageEvent<{ name?: string; message: Message }>) => {
    if (source === other() && data.name === name) hear(data.message)
  }
  window.addEventListener('message', heard)
  // A page from disk has no origin to be named.
  const target = location.protocol === 'file:' ? '*' : location.origin
  return {
    send: (message) => other()?.postMessage({ name, message }, target),
    close: () => window.removeEventListener('message', heard),
  }
}

/** What an address says after `#` of what is shown, whichever of the windows it opens. */
export function plainFragment({ hash }: Location): string {
  return hash.replace(/^#?host$|&host$/, '')
}

/** The showing an address is of. */
export function showingOf(location: Location): string {
  return location.pathname + plainFragment(location)
}

export function isHostWindow({ hash }: Location): boolean {
  return /(^#|&)host$/.test(hash)
}

/** The address of the host's window of this showing. */
export function hostAddress({ pathname, search, hash }: Location): string {
  return `${pathname}${search}${hash === '' || hash === '#' ? '#host' : `${hash}&host`}`
}

/**
 * What a colour is for: ground, text and its quieter kinds, scaffolding, accent (the dot, its trace),
 * accent for words, data, rest. Measured in `design/FILMS.md`: text ≥ 7:1, marks that carry meaning ≥ 3:1.
 */
export type Ink =
  | ('ground' | 'text' | 'quiet' | 'later' | 'scaffold' | 'hair' | 'panel' | 'accent' | 'word')
  | ('data' | 'data2' | 'rest' | 'bed' | 'onData' | 'tile')

export const palettes: Record<'dark' | 'paper', Record<Ink, string>> = {
  dark: {
    ground: '#14191a',
    text: '#f4efe6',
    quiet: '#c9c5bc',
    later: '#9fb3b6',
    scaffold: '#55757b',
    hair: '#2b3a3d',
    panel: '#1e2628',
    accent: '#ff8a6b',
    word: '#ff8a6b',
    data: '#a9d2d9',
    data2: '#76a6b0',
    rest: '#5f868e',
    bed: '#1d2a2d',
    onData: '#14191a',
    tile: '#222d30',
  },
  paper: {
    ground: '#faf6ee',
    text: '#1b1916',
    quiet: '#514a40',
    later: '#514a40',
    scaffold: '#857b6a',
    hair: '#e4dccb',
    panel: '#f2ecdf',
    accent: '#c8371b',
    word: '#971d0d',
    data: '#1d4a55',
    data2: '#4d7a85',
    rest: '#6f8b8f',
    bed: '#f2ecdf',
    onData: '#fffdf9',
    tile: '#eee7da',
  },
}

/** Paths of the icons in use, drawn on a 24-unit grid as in the design. */
export const icons = {
  search: 'M4 10.5a6.5 6.5 0 1 0 13 0a6.500 6.500 0 1 0-13 0m11.500 5 5 5',
  display:
    'M3 18.500 8 6l5 12.500M4.700 14.500h6.600M14.500 18.500 17.800 10l3.200 8.500m-5.400-3h4.300',
  right: 'm9 5.500 6.500 6.500L9 18.500',
  down: 'm5.500 9 6.500 6.500L18.500 9',
  up: 'm5.500 15 6.500-6.500 6.500 6.500',
  outline: 'M4 6.500h16M4 12h16M4 17.500h10',
  filter: 'M4 7h16M7 12h10m-7 5h4',
  check: 'm4.500 12.500 5 5 10-11',
  cross: 'M5.500 5.500l13 13m0-13-13 13',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  play: 'M8 5v14l11-7z',
} as const

export type IconName = keyof typeof icons

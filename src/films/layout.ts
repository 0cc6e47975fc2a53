/** A frame's size and zones, in pixels of its drawing. */
export interface Layout {
  name: 'wide' | 'upright'
  width: number
  height: number
  margin: number
  /** Baseline of the line that says who, and where it was read. */
  head: number
  /** Where the picture stands; below is kept free for captions. */
  top: number
  bottom: number
  /** Font size under which nothing is printed. */
  smallest: number
}

export const wide: Layout = {
  name: 'wide',
  width: 1280,
  height: 720,
  margin: 80,
  head: 88,
  top: 112,
  bottom: 560,
  smallest: 34,
}

const upright: Layout = {
  name: 'upright',
  width: 720,
  height: 1280,
  margin: 48,
  head: 130,
  top: 180,
  bottom: 1008,
  smallest: 52,
}

export const layouts = { wide, upright }

/** The layouts a film is made in. */
export function layoutsOf({ upright: isUpright }: { upright: boolean }): Layout[] {
  return isUpright ? [wide, upright] : [wide]
}

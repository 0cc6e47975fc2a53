import type { PictureView } from '../blocks.ts'
import { childOf, isElement } from '../../documents/tree.ts'
import type { Element } from '../../documents/tree.ts'

/** What the shapes around a picture do to it. */
export interface Frame extends Pick<PictureView, 'turn' | 'mirrored' | 'upsideDown'> {
  /** Outline of the nearest shape, by the name its format has for it. */
  outline?: string
}

type Crop = NonNullable<PictureView['crop']>

const local = ({ name }: Element) => name.slice(name.indexOf(':') + 1)

/** The frame inside an element: shapes and groups turn and mirror, one inside the other. */
export function frameOf(element: Element, around: Frame): Frame {
  if (element.name.startsWith('v:')) return vmlFrame(element, around)
  const properties = element.children.find(
    (node): node is Element => isElement(node) && /^(spPr|grpSpPr)$/.test(local(node)),
  )
  if (!properties) return around
  const { rot, flipH, flipV } = childOf(properties, 'a:xfrm')?.attributes ?? {}
  const own = {
    turn: Number(rot ?? 0) / 60_000 || 0,
    mirrored: isSet(flipH),
    upsideDown: isSet(flipV),
  }
  const preset = childOf(properties, 'a:prstGeom')?.attributes.prst
  const outline = childOf(properties, 'a:custGeom') ? 'custom' : preset
  return { ...joined(around, own), ...(outline === undefined ? {} : { outline }) }
}

const isSet = (value: string | undefined) => value === '1' || value === 'true'

function joined(
  around: Frame,
  own: Required<Pick<Frame, 'turn' | 'mirrored' | 'upsideDown'>>,
): Frame {
  // A mirror around turns what is inside the other way.
  const isMirror = Boolean(around.mirrored) !== Boolean(around.upsideDown)
  return {
    turn: (around.turn ?? 0) + (isMirror ? -own.turn : own.turn),
    mirrored: Boolean(around.mirrored) !== own.mirrored,
    upsideDown: Boolean(around.upsideDown) !== own.upsideDown,
  }
}

function vmlFrame({ name, attributes }: Element, around: Frame): Frame {
  const style = attributes.style ?? ''
  const [, turn = '0', unit] = /(?:^|;)\s*rotation:\s*(-?[\d.]+)(fd)?/i.exec(style) ?? []
  const flip = /(?:^|;)\s*flip:\s*([xy ]+)/i.exec(style)?.[1] ?? ''
  const own = {
    // VML writes fine angles in 65536ths of a degree.
    turn: Number(turn) / (unit ? 65_536 : 1) || 0,
    mirrored: flip.includes('x'),
    upsideDown: flip.includes('y'),
  }
  const outline = { 'v:oval': 'ellipse', 'v:roundrect': 'roundRect' }[name]
  return { ...joined(around, own), ...(outline === undefined ? {} : { outline }) }
}

/** How a picture is shown; undefined when it is shown as it is. */
export function viewOf(
  picture: Element,
  parent: Element | undefined,
  frame: Frame,
): PictureView | undefined {
  const crop = picture.name === 'a:blip' ? cropOf(parent) : vmlCrop(picture)
  const turn = (((frame.turn ?? 0) % 360) + 360) % 360
  const hidden = hiddenBy(picture, frame)
  const view: PictureView = {
    ...(crop ? { crop } : {}),
    ...(turn === 0 ? {} : { turn }),
    ...(frame.mirrored ? { mirrored: true } : {}),
    ...(frame.upsideDown ? { upsideDown: true } : {}),
    ...(hidden === undefined ? {} : { hidden }),
  }
  return Object.keys(view).length > 0 ? view : undefined
}

/** Shapes and effects that hide a part of a picture, which is not cut off with straight lines. */
function hiddenBy(picture: Element, { outline = 'rect' }: Frame): string | undefined {
  if (childOf(picture, 'a:blur')) return '它在文档里是模糊过的'
  return /^(rect|flowChartProcess)$/.test(outline) ? undefined : '它在文档里裁剪成了特别的形状'
}

/** A crop in thousandths of a percent, and a stretch beyond the frame, which cuts off as well. */
function cropOf(fill: Element | undefined): Crop | undefined {
  const source = shares(childOf(fill, 'a:srcRect'))
  const stretch = shares(childOf(childOf(fill, 'a:stretch'), 'a:fillRect'))
  const inside = (side: keyof Crop, other: keyof Crop) =>
    Math.max(0, -stretch[side]) / Math.max(1 - stretch[side] - stretch[other], 0.001)
  const [wide, high] = [1 - source.left - source.right, 1 - source.top - source.bottom]
  return cut({
    left: source.left + inside('left', 'right') * wide,
    right: source.right + inside('right', 'left') * wide,
    top: source.top + inside('top', 'bottom') * high,
    bottom: source.bottom + inside('bottom', 'top') * high,
  })
}

function shares(element: Element | undefined): Crop {
  const share = (side: string) => {
    const written = element?.attributes[side] ?? '0'
    return (
      (written.endsWith('%') ? Number(written.slice(0, -1)) / 100 : Number(written) / 100_000) || 0
    )
  }
  return { left: share('l'), top: share('t'), right: share('r'), bottom: share('b') }
}

/** Crops of VML are shares, or 65536ths with an `f`. */
function vmlCrop({ attributes }: Element): Crop | undefined {
  const share = (name: string) => {
    const written = attributes[name] ?? '0'
    return (written.endsWith('f') ? Number(written.slice(0, -1)) / 65_536 : Number(written)) || 0
  }
  return cut({
    left: share('cropleft'),
    top: share('croptop'),
    right: share('cropright'),
    bottom: share('cropbottom'),
  })
}

/** A crop that cuts something off. A side set outside the picture adds a margin, which is left out. */
function cut(crop: Crop): Crop | undefined {
  const clamp = (share: number) => Math.min(Math.max(share, 0), 1)
  const { left, top, right, bottom } = crop
  const found = { left: clamp(left), top: clamp(top), right: clamp(right), bottom: clamp(bottom) }
  return Object.values(found).some((share) => share > 0.0001) ? found : undefined
}

import { cargoOf, jpegsIn } from '../../content/image-cargo.ts'
import type { Cargo } from '../../content/image-cargo.ts'
import { isWhole, tellsPosition } from '../../content/images.ts'
import type { Library } from '../../content/library.ts'

/** An image file, and what its bytes tell. */
interface Picture {
  path: string
  whole: boolean
  tellsPosition: boolean
  cargo?: Cargo
}

/** Larger files are a fault of their own and are not read. */
const largest = 16 * 1024 * 1024

/** Every image of the portal, read to its end. */
export function pictures({ media }: Library): Picture[] {
  return Array.from(media.values())
    .filter(({ type, bytes }) => type.startsWith('image/') && bytes <= largest)
    .map(({ path, type, bytes, read }) => {
      const content = read(0, bytes)
      const parts = type === 'image/jpeg' ? jpegsIn(content) : [content]
      const cargo = cargoOf(content, type)
      // What swells is not unpacked once more to be read.
      const isRead = cargo !== 'bomb'
      return {
        path,
        whole: isWhole(content, type),
        tellsPosition: isRead && parts.some(tellsPosition),
        ...(cargo ? { cargo } : {}),
      }
    })
}

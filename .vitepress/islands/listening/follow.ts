/** Milliseconds in which a page that was scrolled by hand is left where it is. */
const respect = 6000

/** Keep what is read in view, between the head of the window and the dock, unless the reader looks elsewhere. */
export class Follower {
  private movedAt = -respect
  private readonly moved = () => (this.movedAt = performance.now())
  private readonly signs = ['wheel', 'touchmove', 'keydown'] as const

  constructor(private readonly dock: HTMLElement) {
    for (const sign of this.signs) addEventListener(sign, this.moved, { passive: true })
  }

  show(element: Element): void {
    const { top, bottom } = element.getBoundingClientRect()
    const floor = innerHeight - this.dock.offsetHeight
    const isInView = top >= 0 && bottom <= floor
    if (isInView || performance.now() - this.movedAt < respect) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    scrollBy({ top: top - floor / 3, behavior: calm ? 'auto' : 'smooth' })
  }

  /** A button of the dock was pressed: whoever presses it wants to see what is read. */
  resume(): void {
    this.movedAt = -respect
  }

  stop(): void {
    for (const sign of this.signs) removeEventListener(sign, this.moved)
  }
}

interface Gestures {
  next: () => void
  back: () => void
  tap: () => void
  /** Of a mouse. */
  click: () => void
}

/** Pixels a finger moves before it is a swipe. */
const swipe = 50

/** Fingers swipe and tap; a mouse clicks. What is pressed on the slide keeps its own meaning. */
export function listenToTouch(place: HTMLElement, gestures: Gestures): void {
  let start: { x: number; y: number } | undefined
  place.addEventListener('pointerdown', ({ clientX, clientY, isPrimary }) => {
    start = isPrimary ? { x: clientX, y: clientY } : undefined
  })
  place.addEventListener('pointerup', ({ clientX, clientY, pointerType, button, target }) => {
    const from = start
    start = undefined
    if (!from || button > 0 || (target instanceof Element && target.closest('a, button'))) return
    const [dx, dy] = [clientX - from.x, clientY - from.y]
    const far = Math.abs(dx) > swipe && Math.abs(dx) > Math.abs(dy)
    if (far) return dx < 0 ? gestures.next() : gestures.back()
    if (pointerType === 'mouse') gestures.click()
    else gestures.tap()
  })
  // The browser would take a swipe for a scroll, and forget the finger.
  place.style.touchAction = 'none'
}

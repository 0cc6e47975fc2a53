/** A film sent to a second may stand a little before it, as a picture of 25 a second lasts 0.04. */
const early = 0.05

/** Of parts in the order of their starts, those that have begun at a time; all in seconds of the film. */
export function begunBy<Part>(
  parts: readonly Part[],
  seconds: number,
  startOf: (part: Part) => number,
): Part[] {
  return parts.filter((part) => startOf(part) <= seconds + early)
}

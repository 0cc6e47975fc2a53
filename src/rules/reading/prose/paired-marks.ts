/** A mark of a pair in a text: where it stands, and what is wrong with it. */
interface Unpaired {
  at: number
  mark: string
  /** The mark that was expected to match it, when another one stood there. */
  met?: string
}

/** What a walk over the pairs of a text found. */
interface Pairs {
  unpaired: Unpaired[]
  /** Every pair, with the opening marks around it, outermost first. */
  pairs: { from: number; to: number; open: string; around: readonly string[] }[]
}

/**
 * Match opening and closing marks with one stack. A closing mark that fits none of the open ones is
 * unpaired; one that fits an outer mark leaves the inner ones unpaired.
 */
export function pairsIn(
  text: string,
  closing: Readonly<Record<string, string>>,
  isMark: (at: number) => boolean = () => true,
): Pairs {
  const closers = new Map(Object.entries(closing).map(([open, close]) => [close, open]))
  const found: Pairs = { unpaired: [], pairs: [] }
  const open: { at: number; mark: string }[] = []
  const depth = new Map<string, number>()
  const count = (mark: string, by: number) => depth.set(mark, (depth.get(mark) ?? 0) + by)
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    const opener = closers.get(mark)
    if ((opener === undefined && closing[mark] === undefined) || !isMark(at)) continue
    if (opener === undefined) {
      open.push({ at, mark })
      count(mark, 1)
    } else if ((depth.get(opener) ?? 0) === 0) found.unpaired.push({ at, mark })
    else {
      for (let last = open.pop(); last; last = open.pop()) {
        count(last.mark, -1)
        if (last.mark !== opener) found.unpaired.push({ ...last, met: mark })
        else {
          const around = open.slice(-2).map((each) => each.mark)
          found.pairs.push({ from: last.at, to: at + 1, open: opener, around })
          break
        }
      }
    }
  }
  return { ...found, unpaired: found.unpaired.concat(open) }
}

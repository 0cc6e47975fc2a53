/** Advances from space to tilde in thousandths of an em. Source: Noto Serif CJK SC Bold, Noto Sans Hans Regular. */
const serif =
  '250 355 447 615 589 966 803 235 400 400 485 603 335 370 335 400 593 466 594 593 593 594 594 588 594 596 335 335 603 603 603 473 970 746 708 702 789 666 648 757 864 426 428 767 642 1001 815 785 673 785 751 597 695 818 734 1091 726 701 627 372 400 372 603 593 447 585 672 565 658 572 402 596 687 349 335 651 355 1008 685 623 671 640 500 499 393 678 578 874 599 582 517 380 338 380 603'
const sans =
  '224 323 475 555 555 921 680 278 338 338 467 555 278 347 278 392 555 555 555 555 555 555 555 555 555 555 278 278 555 555 555 474 946 607 657 638 687 588 552 689 728 293 536 646 542 812 722 742 632 742 635 597 599 721 575 878 573 531 603 338 392 338 555 559 606 564 618 509 620 554 325 563 607 275 275 552 285 926 611 606 620 620 388 468 377 607 521 802 498 521 474 338 269 338 555'
const advances = { serif: serif.split(' ').map(Number), sans: sans.split(' ').map(Number) }
/** The rest of what is not a full em wide. */
const narrow: Record<string, { serif: number; sans: number }> = {
  '·': { serif: 335, sans: 561 },
  '—': { serif: 928, sans: 894 },
}

/** How wide a text is in pixels. Every Chinese character and mark is one em. */
export function widthOf(text: string, size: number, face: 'serif' | 'sans'): number {
  let sum = 0
  for (const character of text)
    sum += advances[face][(character.codePointAt(0) ?? 0) - 32] ?? narrow[character]?.[face] ?? 1000
  return (sum * size) / 1000
}

/** The largest of the sizes, or the size that just fits. */
export function fitSize(
  text: string,
  { size, width, face }: { size: number; width: number; face: 'serif' | 'sans' },
): number {
  const wanted = widthOf(text, size, face)
  return wanted <= width ? size : Math.floor((size * width) / wanted)
}

/** Lines filled with phrases; a phrase never breaks. */
export function fill(phrases: readonly string[], width: number, size: number): string[] {
  const lines: string[] = []
  for (const phrase of phrases) {
    const longer = `${lines.at(-1) ?? ''}${phrase}`
    if (lines.length > 0 && widthOf(longer, size, 'serif') <= width)
      lines[lines.length - 1] = longer
    else lines.push(phrase)
  }
  return lines
}

/** The largest size at which phrases take no more lines than wanted; the last size, whatever comes. */
export function fitLines(
  phrases: readonly string[],
  { width, sizes, most }: { width: number; sizes: readonly number[]; most: number },
): { lines: string[]; size: number } {
  const tried = sizes.map((size) => ({ size, lines: fill(phrases, width, size) }))
  const fits = tried.find(
    ({ lines, size }) =>
      lines.length <= most && lines.every((line) => widthOf(line, size, 'serif') <= width),
  )
  return fits ?? tried.at(-1) ?? { lines: [], size: 0 }
}

import type { SpokenPassage, TextRange } from './passages.ts'

/** The sentence being read, marked in the page, and its paragraph. */
export class ReadingMark {
  private clearMark: (() => void) | undefined

  /** Mark a sentence and no other; returns the element to be kept in view. */
  show({ element }: SpokenPassage, { ranges }: SpokenPassage['sentences'][number]): Element {
    this.clear()
    const unmark = markText(ranges)
    element.dataset.reading = ''
    this.clearMark = () => {
      unmark()
      delete element.dataset.reading
    }
    return element.querySelector('mark.say') ?? element
  }

  clear(): void {
    this.clearMark?.()
    this.clearMark = undefined
  }
}

/** Mark part of the text as being read; returns what takes the mark away and puts the text together again. */
function markText(ranges: readonly TextRange[]): () => void {
  const marks = ranges.map(({ node, from, to }) => {
    const spoken = node.splitText(from)
    spoken.splitText(to - from)
    const mark = document.createElement('mark')
    mark.className = 'say'
    spoken.replaceWith(mark)
    mark.append(spoken)
    return { node, mark }
  })
  return () => {
    for (const { node, mark } of marks) {
      const after = mark.nextSibling
      node.data += mark.textContent + (after instanceof Text ? after.data : '')
      if (after instanceof Text) after.remove()
      mark.remove()
    }
  }
}

import type { TextRange } from './passages.ts'

/** Mark part of the text as being read; returns what takes the mark away and puts the text together again. */
export function markText(ranges: readonly TextRange[]): () => void {
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

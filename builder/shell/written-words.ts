/** Words that stand in the string literals of a parsed module: whatever class its markup has is one. */
export function writtenWords(program: unknown): string[] {
  const words: string[] = []
  visit(program, (node) => {
    if (node.type === 'TemplateElement')
      words.push(...wordsOf(`${node.value?.raw}${node.tail ? '' : '${'}`))
    if (node.type === 'Literal' && typeof node.value === 'string')
      words.push(...wordsOf(node.value))
  })
  return words
}

interface AstNode {
  type: string
  tail?: boolean
  value?: { raw?: string } & unknown
}

/** Show every node of a syntax tree. */
export function visit(node: unknown, see: (node: AstNode) => void): void {
  if (Array.isArray(node)) return node.forEach((one) => visit(one, see))
  if (typeof node !== 'object' || node === null) return
  if ('type' in node && typeof node.type === 'string') see(node as AstNode)
  for (const value of Object.values(node)) visit(value, see)
}

/** A word that a value is put behind, as in `l${level}`, is given with the sign of it. */
export function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z][\w-]*(?:\$\{)?/g) ?? []
}

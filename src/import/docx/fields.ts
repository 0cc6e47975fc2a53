import { raised } from '../raised.ts'

/** Where a hyperlink field leads: an address, or a place in the document itself. */
type FieldLink = { address: string } | { inside: true }

/** Read `HYPERLINK "address" \l "place" \o "tip"`, with quotes or without. */
export function fieldLink(code: string): FieldLink | undefined {
  const [, rest] = /^\s*HYPERLINK\b([\s\S]*)$/i.exec(code) ?? []
  if (rest === undefined) return undefined
  const words = [...rest.matchAll(/["“]([^"”]*)["”]|(\\\w)|([^\s"“”\\]+)/g)].map(
    ([, quoted, option, bare]) => ({ text: quoted ?? bare ?? '', option }),
  )
  let [address, place] = ['', '']
  words.forEach(({ text, option }, index) => {
    const before = words[index - 1]?.option
    if (option !== undefined) return
    if (before === '\\l') place = text
    else if (before !== '\\o' && before !== '\\t' && address === '') address = text
  })
  if (address === '') return { inside: true }
  return { address: place && !address.includes('#') ? `${address}#${place}` : address }
}

/** Fields that Word fills in anew whenever it opens or prints the file. */
export function isSelfMade(code: string): boolean {
  return /^\s*(DATE|TIME|PRINTDATE|SAVEDATE)\b/i.test(code)
}

/** What a field without a result shows on the page, or the words it prompts with. */
export function textOfFieldCode(code: string): { text: string } | { prompt: string } | undefined {
  const [, name = '', rest = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(code) ?? []
  switch (name.toUpperCase()) {
    case 'EQ':
      return { text: equationField(rest) }
    case 'QUOTE':
      return {
        text: rest
          .replace(/\\\*.*$/, '')
          .replace(/["“”]/g, '')
          .trim(),
      }
    case 'SYMBOL':
      return { text: symbolField(rest) }
    case 'MACROBUTTON':
    case 'GOTOBUTTON':
      return { prompt: rest.replace(/^\S+\s*/, '').trim() }
    default:
      return undefined
  }
}

function symbolField(rest: string): string {
  const code = Number(/^(\d+|0x[\da-f]+)/i.exec(rest)?.[1] ?? NaN)
  return /\\u/.test(rest) && code > 0x20 && code < 0x10ffff ? String.fromCodePoint(code) : '□'
}

/**
 * An EQ field in one line: letters in circles, letters with their sound above them, fractions. Source:
 * https://support.microsoft.com/office/field-codes-eq-equation-field
 */
function equationField(code: string): string {
  return new EquationField(code.replace(/\\\*\s*\S+(?:\s*"[^"]*")?/g, '')).all('').trim()
}

class EquationField {
  readonly #code: string
  #at = 0

  constructor(code: string) {
    this.#code = code
  }

  /** Everything up to one of these signs, which is left standing. */
  all(until: string): string {
    let text = ''
    while (this.#at < this.#code.length && !until.includes(this.#code.charAt(this.#at))) {
      const letter = this.#code.charAt(this.#at++)
      if (letter === '(') {
        text += `(${this.all(')')})`
        this.#at += 1
      } else text += letter === '\\' ? this.#command() : letter
    }
    return text
  }

  #command(): string {
    const [options] = /^[a-z]+(?:[\s\d]*\\[a-z]+)*[\s\d]*/i.exec(this.#code.slice(this.#at)) ?? []
    if (options === undefined) return this.#code.charAt(this.#at++)
    this.#at += options.length
    const parts: string[] = []
    if (this.#code.charAt(this.#at) === '(') {
      do {
        this.#at += 1
        parts.push(this.all(',;，)'))
      } while (/[,;，]/.test(this.#code.charAt(this.#at)))
      this.#at += 1
    }
    return equationSwitch(
      options.toLowerCase(),
      parts.map((part) => part.trim()),
    )
  }
}

function equationSwitch(options: string, parts: string[]): string {
  const [first = '', second = ''] = parts
  switch (options.charAt(0)) {
    case 'f':
      return `${first}/${second}`
    case 'r':
      return parts.length > 1 ? `${raised(first, 'above')}√${second}` : `√${first}`
    case 's':
      return raised(parts.join(''), options.includes('\\do') ? 'below' : 'above')
    case 'o':
      return over(options, parts)
    case 'b':
      return `(${first})`
    case 'i':
      return `∫${parts.join(' ')}`
    default:
      return parts.join(' ')
  }
}

/** One letter printed over another: a circle around it, or its sound above it. */
function over(options: string, parts: readonly string[]): string {
  const frame = parts.find((part) => /^[○◯〇□△◇▢]$/.test(part))
  const inner = parts.filter((part) => part !== frame).join('')
  if (frame !== undefined) return circled(inner)
  const sound = parts.find((part) => part.startsWith('^（'))
  if (sound === undefined || !options.includes('\\a')) return parts.join('')
  return `${parts.filter((part) => part !== sound).join('')}${sound.slice(1)}`
}

function circled(inner: string): string {
  const value = Number(inner)
  const isCircle = Number.isInteger(value) && value >= 1 && value <= 20
  return isCircle ? String.fromCharCode(0x2460 + value - 1) : `（${inner}）`
}

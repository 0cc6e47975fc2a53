import type { AtRule, Declaration, Root, Rule } from 'postcss'
import { featureOf, lacking } from './compat.ts'
import type { Compat, CompatData } from './compat.ts'

/**
 * What a built sheet may use though engines of the promise lack it, with what a reader sees there
 * instead. Anything else needs an earlier declaration of the same property, or a feature query.
 */
const forgone: Readonly<Record<string, string>> = {
  'accent-color': 'checkboxes in the browser’s own colour',
  'color-scheme': 'form controls and scroll bars stay light',
  'contain-intrinsic-size': 'nothing without content-visibility',
  'content-visibility': 'everything is laid out at once',
  'forced-color-adjust': 'legends in the few colours of the reader’s mode',
  'hanging-punctuation': 'punctuation stands inside the column',
  'overflow-clip-margin': 'nothing without content-visibility',
  'overscroll-behavior': 'the page behind scrolls on',
  'text-autospace': 'no space between Han characters and letters',
  'text-decoration-color': 'underlines in the colour of the text',
  'text-decoration-line': 'written with its prefix before',
  'text-decoration-thickness': 'underlines of the usual weight',
  'text-emphasis': 'no dots below emphasised words',
  'text-emphasis-position': 'dots above',
  'print-color-adjust': 'the prefixed name stands before',
  'text-size-adjust': 'the prefixed name stands before',
  'text-spacing-trim': 'full-width punctuation is not trimmed',
  'text-underline-offset': 'underlines at the usual place',
  'text-wrap': 'lines are filled and not balanced',
  'box-decoration-break': 'a mark’s ends are cut where the line breaks',
  'line-clamp': 'the whole text is shown',
  'grid-template-columns: repeat': 'older engines read it where it is not of intrinsic sizes',
  'break-after: avoid': 'a heading may end a printed page',
  'line-break': 'the browser’s own rules for Chinese',
  orphans: 'lines of a paragraph part freely on paper',
  page: 'the margins of every printed page',
  outline: 'the ring has square corners',
  'scroll-behavior': 'nothing: it is only ever turned off',
  'scroll-margin-top': 'a term’s explanation stands at the very top, its sentence above it',
  'scroll-padding-top': 'a heading gone to stands at the very top',
  widows: 'lines of a paragraph part freely on paper',
  appearance: 'the prefixed name stands before',
  gap: 'margins of a feature query stand in',
  'column-gap': 'margins of a feature query stand in',
  'row-gap': 'margins of a feature query stand in',
  'aspect-ratio': 'padding of a feature query holds the box up',
  'white-space': 'as it is without',
  'touch-action': 'a finger on a grip scrolls the page; the buttons beside it move the row',
  ':focus-visible': 'the browser’s own ring',
  ':fullscreen': 'a rule with the prefixed name stands beside',
  ':has': 'a refinement is missing; the selector stands by itself',
  '::backdrop': 'nothing without dialogs',
  '::details-content': 'an opened table stands below its button',
  '@page': 'the browser’s own margins',
  '@media forced-colors': 'no such mode there',
  '@media prefers-contrast': 'no such setting there',
  '@media prefers-color-scheme': 'the light palette, unless the reader chooses',
  '@media prefers-reduced-motion': 'transitions run',
}

/** One thing a sheet uses that engines of the promise lack. */
interface NewerStyle {
  /** Property, value, selector or at-rule as written. */
  what: string
  where: string
  since: string[]
}

/** Everything a built sheet uses that `reading` lacks, and that has no older way beside it. */
export function newerStyles(root: Root, { css }: CompatData): NewerStyle[] {
  const found: NewerStyle[] = []
  const look = (what: string, where: string, feature: Compat | undefined) => {
    const since = feature?.__compat ? lacking(feature.__compat.support, 'reading') : []
    if (since.length > 0) found.push({ what, where, since })
  }
  root.walkDecls((declaration) => {
    const { prop, value, parent } = declaration
    if (prop.startsWith('-') || isQueried(declaration) || hasOlder(declaration)) return
    // A page's own descriptors stand in an at-rule.
    if (parent?.type !== 'rule') return
    const where = (parent as Rule).selector
    const property = featureOf(css, 'properties', prop)
    if (!(prop in forgone)) look(prop, where, property)
    for (const word of value.match(/[a-z][a-z-]+/g) ?? [])
      if (!(prop in forgone) && !(`${prop}: ${word}` in forgone))
        look(`${prop}: ${word}`, where, featureOf(property, word))
    for (const [, called = ''] of value.matchAll(/([a-z-]+)\(/g))
      look(`${called}()`, where, featureOf(css, 'types', called))
  })
  root.walkRules((rule) => {
    for (const [, pseudo = ''] of rule.selector.matchAll(/:{1,2}([a-z-]+)/g)) {
      const written = rule.selector.includes(`::${pseudo}`) ? `::${pseudo}` : `:${pseudo}`
      const isAlone = rule.selectors.every((one) => one.includes(`:${pseudo}`))
      // Beside others, one selector an engine does not know takes them all with it.
      if (pseudo.startsWith('-') || (written in forgone && isAlone)) continue
      look(written, rule.selector, featureOf(css, 'selectors', pseudo))
    }
  })
  root.walkAtRules((rule) => {
    if (!(`@${rule.name}` in forgone))
      look(`@${rule.name}`, rule.params, featureOf(css, 'at-rules', rule.name))
  })
  root.walkAtRules('media', (media) => {
    for (const [, name = ''] of media.params.matchAll(/\(([a-z-]+)/g))
      if (!(`@media ${name}` in forgone))
        look(`@media ${name}`, media.params, featureOf(css, 'at-rules', 'media', name))
    if (/[<>]=?/.test(media.params))
      found.push({ what: '@media range', where: media.params, since: ['Chromium 104'] })
  })
  return found
}

/** Written for engines that answer a feature query. */
function isQueried({ parent }: Declaration | AtRule | Rule): boolean {
  if (!parent || parent.type === 'root') return false
  if (parent.type === 'atrule' && (parent as AtRule).name === 'supports') return true
  // What holds a node that is no root is a rule or an at-rule.
  return isQueried(parent as Rule)
}

/** The same property is declared before, in a way that older engines know. */
function hasOlder(declaration: Declaration): boolean {
  let before = declaration.prev()
  for (; before; before = before.prev())
    if (before.type === 'decl' && before.prop === declaration.prop) return true
  return false
}

/** Letters and punctuation that stand side by side without blanks. */
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef“”‘’—…·]/u

/** Whether a character belongs to a script that writes no blanks between words. */
function isEastAsian(character: string): boolean {
  return eastAsian.test(character)
}

/**
 * What a line break in running text stands for: nothing beside a Chinese character, a blank between
 * two words of other scripts. Source: CSS Text Level 3, segment break transformation rules.
 */
export function joint(before: string, after: string): '' | ' ' {
  return isEastAsian(before.slice(-1)) || isEastAsian(after.slice(0, 1)) ? '' : ' '
}

/** Somebody asked for a part of an entry that could not be read as written. */
export class Unsettled extends Error {}

/**
 * The data of an entry without its unsettled fields. Asking for one of them throws `Unsettled`, which
 * ends the rule that asks: what it found before rests on what was read.
 */
export function settledData(
  settled: Readonly<Record<string, unknown>>,
  unsettled: Iterable<string>,
): Record<string, unknown> {
  const refusals: PropertyDescriptorMap = {}
  for (const field of unsettled) refusals[field] = { get: refuse, enumerable: false }
  // Refusals are inherited, so that whoever goes through the fields that are there meets none.
  return Object.assign(Object.create(Object.create(Object.prototype, refusals)), settled)
}

export function refuse(): never {
  throw new Unsettled('this part could not be read')
}

import * as z from 'zod/mini'

/** Parts that the plan and the record of a meeting are made of. */
export const words = (most: number) => z.string().check(z.maxLength(most))
export const count = z.int().check(z.nonnegative(), z.maximum(9999))
export const minutes = z.int().check(z.nonnegative(), z.maximum(180))
/** `YYYY-MM-DD`, a day there is. */
export const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/), z.refine(isDay))
/** `15:04`, by the clock on the wall. */
export const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** An object that keeps what a later release wrote in it, while its type names what this one knows. */
export function openObject<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodMiniObject<Shape, z.core.$strip> {
  // Only the type is narrowed: values keep their other keys.
  return z.looseObject(shape) as unknown as z.ZodMiniObject<Shape, z.core.$strip>
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

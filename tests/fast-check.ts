import fc from 'fast-check'

/** Whether more is tried than at every test. */
export const isFuzzing = import.meta.env.MODE === 'fuzz'

/**
 * Properties draw the same values at every run, so that a commit passes or fails wherever it is
 * tested; `npm run fuzz` draws new ones and prints the seed of what it finds.
 */
if (!isFuzzing) fc.configureGlobal({ seed: 20_261_130 })

export default fc

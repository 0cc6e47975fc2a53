/**
 * Whether this engine lacks methods that our scripts use, as it was before `polyfills.ts` added them:
 * who has the newest of them has the others. A worker is not given them.
 */
export const lacksMethods = !('at' in Array.prototype)

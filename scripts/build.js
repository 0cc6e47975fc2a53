import { bundleProgram, programVersion } from './program.js'

/** Start `build.ts` as a bundle that is kept until the program changes, with its version to keep pages by. */
const version = programVersion()
process.env.PORTAL_PROGRAM = version
// Vue looks for this word when it is loaded: without it, pages take twice the time.
process.env.NODE_ENV = 'production'
await import(`${await bundleProgram(version)}build.js`)

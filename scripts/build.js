import { bundleProgram, programVersion } from '../builder/program.js'

/** Start `build.ts` as a bundle that is kept until the program changes, with its version to keep pages by. */
const version = programVersion()
process.env.PORTAL_PROGRAM = version
// Vite and Vue look for this word when they are loaded: what is built is never for development.
process.env.NODE_ENV = 'production'
await import(`${await bundleProgram(version)}build.js`)

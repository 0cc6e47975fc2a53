import { bundleProgram, programVersion } from './program.js'

/** Start `build.ts` as a bundle that is kept until the program changes, with its version to keep pages by. */
const version = programVersion()
process.env.PORTAL_PROGRAM = version
await import(`${await bundleProgram(version)}build.js`)

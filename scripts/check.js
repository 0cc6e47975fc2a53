import { bundleProgram, programVersion } from '../builder/program.js'

/** Start `check.ts` as a bundle that is kept until the program changes, with its version to keep digests by. */
const version = programVersion()
process.env.PORTAL_PROGRAM = version
await import(`${await bundleProgram(version)}check.js`)

import { setFlagsFromString } from 'node:v8'
import { bundleProgram, programVersion } from './program.js'

/** Start `build.ts` as a bundle that is kept until the program changes, with its version to keep pages by. */
const version = programVersion()
process.env.PORTAL_PROGRAM = version
// Vite and Vue look for this word when they are loaded: what is built is never for development.
process.env.NODE_ENV = 'production'
// Left to itself each thread of a large edition grows to four times what it holds before it tidies up.
setFlagsFromString('--heap-growing-percent=60')
await import(`${await bundleProgram(version)}build.js`)

/** Path of a Chromium, installed when missing and possible; ends the process with a sentence when there is none. */
export function installBrowser(): string

/** Path of the Chromium that is installed, or that CHROMIUM_PATH names. */
export function findBrowser(): string | undefined

/** Path of a Chromium with windows. */
export function findWindowedBrowser(): string | undefined

/** Path of a Chromium, installed when missing and possible; ends the process with a sentence when there is none. */
export function installBrowser(): string

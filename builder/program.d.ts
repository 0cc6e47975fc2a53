/** A name for the program as it is: its own sources, its packages and the Node it runs on. */
export function programVersion(): string

/** Bundle the program and return the file address of the folder it stands in, with a slash at its end. */
export function bundleProgram(version: string): Promise<string>

/** How the program is bundled with its packages. */
export const bundling: import('esbuild').BuildOptions

declare module 'fontkit' {
  /** A font of a file, or of a collection by its PostScript name. */
  export function openSync(
    file: string,
    name?: string,
  ): {
    glyphForCodePoint: (point: number) => { path: { toSVG: () => string }; advanceWidth: number }
  }
}

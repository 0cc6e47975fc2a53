declare module 'webvtt-parser' {
  /** A fault; `line` and `col` are 1-based, and `col` is missing for faults of a whole line. */
  export interface WebVTTError {
    message: string
    line: number
    col?: number
  }

  interface Parser {
    parse: (
      input: string,
      mode: 'subtitles/captions/descriptions' | 'chapters' | 'metadata',
    ) => { errors: WebVTTError[] }
  }

  // A CommonJS module whose names Node cannot see.
  const webvtt: { WebVTTParser: new () => Parser }
  export default webvtt
}

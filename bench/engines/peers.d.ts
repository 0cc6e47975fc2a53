/** What is used of a peer that only the measurements install. */
declare module 'pagefind' {
  interface Index {
    addHTMLFile(file: { url: string; content: string }): Promise<unknown>
    writeFiles(options: { outputPath: string }): Promise<unknown>
  }
  export function createIndex(options: { forceLanguage: string }): Promise<{ index?: Index }>
  export function close(): Promise<unknown>
}

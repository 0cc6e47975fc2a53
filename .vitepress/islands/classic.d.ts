/** See `builder/shell/classic-scripts.ts`. */
declare module '*?classic' {
  const address: string
  export default address
}

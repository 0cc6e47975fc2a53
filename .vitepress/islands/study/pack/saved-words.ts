/** What is said when a folder was saved, by its bytes. */
export function savedWords(bytes: number): string {
  return `打包好了，约${(bytes / 1024 / 1024).toFixed(1)}MB。解压以后打开index.html，不用联网。`
}

/** What is said while files are fetched: a share in tens, so that it is not spoken at every file. */
export function packingWords(done: number, of: number): string {
  return `正在打包，已取到${Math.floor((done / Math.max(1, of)) * 10) * 10}%。`
}

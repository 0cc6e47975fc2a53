/** What is said when a folder was saved, by its bytes. */
export function savedWords(bytes: number): string {
  return `打包好了，约${(bytes / 1024 / 1024).toFixed(1)}MB。解压以后打开index.html，不用联网。`
}

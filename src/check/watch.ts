import { join } from 'node:path'
import { watch } from 'chokidar'

/** Milliseconds of quiet after a change: an editor that saves writes several times. */
const quiet = 120

/**
 * Call `changed` after each change below the portal's folders, never twice at a time. Returns what
 * ends the watch.
 */
export function watchPortal(root: string, changed: () => void): () => Promise<void> {
  const folders = ['content', 'seeds', 'films', 'collected', 'site.yaml'].map((name) =>
    join(root, name),
  )
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(folders, { ignoreInitial: true, followSymlinks: false })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(changed, quiet)
  })
  // A folder that cannot be watched is no reason to stop watching the others.
  watcher.on('error', () => undefined)
  return () => {
    clearTimeout(timer)
    return watcher.close()
  }
}

// Plain JavaScript in a process of its own: VitePress starts without a loader, and its memory goes with it.
import { build } from 'vitepress'

const [outDir, tempDir] = process.argv.slice(2)
await build('.', {
  outDir,
  onAfterConfigResolve(config) {
    config.tempDir = tempDir
  },
})

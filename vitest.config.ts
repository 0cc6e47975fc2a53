import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Tests of modules, which share nothing but them: the modules are loaded once in each worker, not in each file. */
const modules = ['src/**/*.test.ts', '.vitepress/**/*.test.ts']
/** Tests that start commands, change the disk or hold the program as a whole: each file in a process of its own. */
const program = [
  'tests/**/*.test.ts',
  'builder/**/*.test.ts',
  'scripts/**/*.test.ts',
  'bench/**/*.test.ts',
]

export default defineConfig({
  plugins: [vue()],
  test: {
    projects: [
      { extends: true, test: { name: 'modules', include: modules, isolate: false } },
      { extends: true, test: { name: 'program', include: program } },
    ],
    exclude: [
      '**/node_modules/**',
      '.vitepress/dist*/**',
      'tests/hosting/**',
      'tests/hostile/built-site.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many tests wait for a command they started: one worker fewer than cores, as usual, leaves cores idle.
    maxWorkers: '100%',
  },
})

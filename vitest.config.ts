import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    include: [
      'src/**/*.test.ts',
      'tests/**/*.test.ts',
      'builder/**/*.test.ts',
      '.vitepress/**/*.test.ts',
      'scripts/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    exclude: [
      '**/node_modules/**',
      '.vitepress/dist*/**',
      'tests/hosting/**',
      'tests/hostile/built-site.test.ts',
    ],
    testTimeout: 60_000,
    // Many tests wait for a command they started: one worker fewer than cores, as usual, leaves cores idle.
    maxWorkers: '100%',
  },
})

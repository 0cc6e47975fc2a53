import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Tests that build whole portals and start real servers and a real browser: they take minutes. */
export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['tests/hosting/**/*.test.ts', 'tests/hostile/built-site.test.ts'],
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})

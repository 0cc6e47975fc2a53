import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { shippedPackages } from '../.vitepress/build/shipped-packages.ts'
import { targetsOf } from '../src/engines/promise.ts'

const shipped = shippedPackages()

/**
 * The browser's half of the build: VitePress bundles the islands' entry from this folder with this
 * configuration. The pages themselves are built with `.vitepress/config.ts`, which does not read it.
 */
export default defineConfig({
  plugins: [vue({ include: /islands\/.*\.vue$/ }), shipped.pages],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  // The search engine loads parts of itself when they are wanted.
  worker: {
    format: 'es',
    plugins: shipped.worker,
    rolldownOptions: {
      // Who can start a module worker can read this.
      transform: { target: targetsOf('islands') },
      output: {
        entryFileNames: 'assets/[name].[hash].js',
        chunkFileNames: 'assets/[name].[hash].js',
      },
    },
  },
  build: {
    target: targetsOf('reading'),
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name].[hash].js',
        chunkFileNames: 'assets/[name].[hash].js',
      },
    },
  },
})

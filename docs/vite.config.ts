import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { classicScripts } from '../builder/shell/classic-scripts.ts'
import { shippedPackages } from '../builder/shell/shipped-packages.ts'
import { styleOptions } from '../builder/shell/styles/options.ts'
import { targetsOf } from '../src/engines/promise.ts'

const shipped = shippedPackages()
const define = { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' }
const components = () => vue({ include: /islands\/.*\.vue$/ })

/**
 * The browser's half of the build: VitePress bundles the islands' entry from this folder with this
 * configuration. The pages themselves are built with `.vitepress/config.ts`, which does not read it.
 */
export default defineConfig({
  plugins: [
    components(),
    classicScripts({
      define: { ...define, 'process.env.NODE_ENV': '"production"' },
      plugins: [components(), ...shipped.worker()],
      // Who can run an island can run this.
      build: { target: targetsOf('islands') },
    }),
    shipped.pages,
  ],
  define,
  // Sheets that an island loads when it is opened: see `.vitepress/islands/style-sheet.ts`.
  css: styleOptions.css,
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
    ...styleOptions.build,
    target: targetsOf('reading'),
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name].[hash].js',
        chunkFileNames: 'assets/[name].[hash].js',
        assetFileNames: 'assets/[name].[hash].[ext]',
      },
    },
  },
})

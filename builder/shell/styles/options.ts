import logical from 'postcss-logical'
import mixins from 'postcss-mixins'
import type { UserConfig } from 'vite'
import { targetsOf } from '../../../src/engines/promise.ts'
import { fallbacks } from './fallbacks.ts'

/**
 * How styles are built, whoever builds them. Lightning CSS, which Vite minifies with, writes syntax
 * and prefixes for the targets; what it leaves as it is has plugins here.
 */
export const styleOptions = {
  css: { postcss: { plugins: [mixins(), fallbacks(), logical()] } },
  build: { cssTarget: targetsOf('reading') },
} satisfies UserConfig

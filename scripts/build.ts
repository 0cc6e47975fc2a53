import { parseArgs } from 'node:util'
import { buildPortal } from '../.vitepress/build.ts'

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    base: { type: 'string' },
    url: { type: 'string' },
    'no-check': { type: 'boolean', default: false },
    compress: { type: 'boolean', default: false },
    'with-samples': { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    vitepress: { type: 'boolean', default: false },
  },
})
const built = await buildPortal({
  out: values.out,
  base: values.base,
  url: values.url,
  check: !values['no-check'],
  compress: values.compress,
  samples: values['with-samples'],
  force: values.force,
  vitepress: values.vitepress,
})
if (!built) process.exitCode = 1

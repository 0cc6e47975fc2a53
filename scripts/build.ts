import { parseArgs } from 'node:util'
import { buildPortal } from '../.vitepress/build.ts'
import { readShard } from '../.vitepress/build/shard.ts'

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    base: { type: 'string' },
    url: { type: 'string' },
    'no-check': { type: 'boolean', default: false },
    compress: { type: 'boolean', default: false },
    'with-samples': { type: 'boolean', default: false },
    shard: { type: 'string' },
    force: { type: 'boolean', default: false },
    vitepress: { type: 'boolean', default: false },
  },
})
const shard = values.shard === undefined ? undefined : readShard(values.shard)
if (values.shard !== undefined && !shard) {
  console.error(`--shard 要写成“第几片/共几片”，例如 2/4，现在是“${values.shard}”。`)
  process.exit(2)
}
const built = await buildPortal({
  out: values.out,
  base: values.base,
  url: values.url,
  check: !values['no-check'],
  compress: values.compress,
  samples: values['with-samples'],
  force: values.force,
  shard,
  vitepress: values.vitepress,
})
if (!built) process.exitCode = 1

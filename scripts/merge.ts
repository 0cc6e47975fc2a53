import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { joinShards, originsOfShard, shardFault } from '../builder/steps/shard.ts'
import { swap, workPlace } from '../builder/memo/swap.ts'
import { manifestFile, manifestOf, serializeManifest } from '../src/release/manifest.ts'
import { readCommand } from './command.ts'
import { reserveOutput } from './guard-target.ts'

/** `npm run merge -- <分片>… [--out <文件夹>]`: the shards of one build become its output. */
const { values, positionals } = readCommand({
  name: 'merge',
  says: '把 npm run build -- --shard 构建的几片合并成一份输出。',
  words: '<分片的文件夹>…',
  options: {
    out: {
      type: 'string',
      value: '文件夹',
      default: '.vitepress/dist',
      says: '写到哪里；不写是 .vitepress/dist',
    },
  },
})
const out = reserveOutput('merge', {
  act: '合并',
  path: values.out,
  option: '--out',
  reads: positionals,
})
const fault = shardFault(positionals)
const [first] = positionals
if (fault || !first) {
  console.error(`${fault}没有合并，上一次的输出保持原样。`)
  process.exitCode = 1
} else {
  const next = workPlace(out, 'next')
  const origins = originsOfShard(first)
  joinShards(positionals, next)
  writeFileSync(join(next, manifestFile), serializeManifest({ ...manifestOf(next), origins }))
  swap(next, out)
  console.log(`合并了${positionals.length}片，输出在 ${values.out}。`)
}

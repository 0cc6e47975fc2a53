import { buildPortal } from '../builder/build.ts'
import { packageFolder, portalRoot } from '../builder/folders.ts'
import { readTheme } from '../builder/shell/theme.ts'
import { readShard } from '../builder/steps/shard.ts'
import { portalFault, programFault, readCommand, refuse } from './command.ts'
import { reserveOutput } from './guard-target.ts'

const { values } = readCommand({
  name: 'build',
  says: '检查内容，构建站点。没有做成时，上一次的输出保持原样。',
  options: {
    out: { type: 'string', value: '文件夹', says: '写到哪里；不写是 .vitepress/dist' },
    base: { type: 'string', value: '路径', says: '部署在哪个路径下，例如 /dangjian/' },
    url: { type: 'string', value: '网址', says: '公开的网址，订阅和站点地图要用' },
    'no-check': { type: 'boolean', default: false, says: '不检查内容，只给测试用' },
    compress: { type: 'boolean', default: false, says: '旁边另写 .gz 和 .br' },
    'with-samples': { type: 'boolean', default: false, says: '示例也放进输出' },
    shard: {
      type: 'string',
      value: '几/几',
      says: '只构建这一片，例如 2/4，再用 npm run merge 合并',
    },
    force: { type: 'boolean', default: false, says: '不用以前留下的，全部重做' },
    vitepress: { type: 'boolean', default: false, says: '每一页都由 VitePress 渲染，慢，结果一样' },
  },
})
if (values.vitepress && packageFolder() !== undefined)
  refuse('build', '--vitepress 只在潮头自己的仓库里能用，软件包里没有 VitePress。')
if (values.vitepress && readTheme(portalRoot()))
  refuse('build', '--vitepress 不认 theme/ 里换的部件：它只用来和快的那条路比。')
const misplaced = programFault() ?? portalFault(portalRoot())
if (misplaced) refuse('build', misplaced)
const shard = values.shard === undefined ? undefined : readShard(values.shard)
if (values.shard !== undefined && !shard)
  refuse('build', `--shard 要写成“第几片/共几片”，例如 2/4，现在是“${values.shard}”。`)
const out = reserveOutput('build', {
  act: '构建',
  path: values.out ?? '.vitepress/dist',
  option: '--out',
})
const built = await buildPortal({
  out,
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

// Plain JavaScript: the peers that the benchmarks compare with are installed here, never with the portal.
import { run } from '../scripts/install.js'

const [benchmark, ...rest] = process.argv.slice(2)
run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', 'bench', '--silent'])
run('npx', ['--no-install', 'tsx', `bench/${benchmark}.ts`, ...rest])

import { installPackages, refuseArguments, run } from './install.js'

refuseArguments(
  'npm start',
  '安装依赖，检查内容，构建站点，在 http://localhost:4173/ 打开。换端口：PORT=4174 npm start。',
)
installPackages()
run('npm', ['run', '--silent', 'build'])
run('npm', ['run', '--silent', 'serve'])

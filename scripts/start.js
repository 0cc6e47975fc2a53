import { installPackages, run } from './install.js'

installPackages()
run('npm', ['run', '--silent', 'build'])
run('npm', ['run', '--silent', 'serve'])

import type { Plugin } from 'vite'
import { Answers } from './answers.ts'
import { LivePortal } from './live-portal.ts'

/**
 * Development is the build: VitePress's server hosts it, and every address below the base is answered
 * with the bytes a build would write there, made by the same steps when they are asked for. Drafts have
 * pages too, and one script ends with what tells an editor of changes and of the check.
 */
export function builtPages(root: string): Plugin {
  return {
    name: 'chaotou:built-pages',
    apply: 'serve',
    configureServer(server) {
      const answers = new Answers(new LivePortal(root))
      server.watcher.add(answers.watched)
      server.watcher.on('all', (_event, file) => answers.changed(file))
      server.middlewares.use((request, response, next) => {
        answers.answer(request, response).then((answered) => {
          if (!answered) next()
        }, next)
      })
    },
  }
}

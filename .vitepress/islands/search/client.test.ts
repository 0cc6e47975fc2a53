import { expect, test, vi } from 'vitest'
import { createClient, type Asked } from './client.ts'
import type { Answer, Question } from './protocol.ts'

/** As much of a worker as the client uses. */
class FakeWorker extends EventTarget {
  asked: Question[] = []
  terminate = vi.fn()
  postMessage(question: Question) {
    this.asked.push(question)
  }
  answer(data: Answer) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const asked: Asked = { query: '公益', options: {}, counts: [] }

function setUp(failed = false) {
  const [worker, second] = [new FakeWorker(), new FakeWorker()]
  const listener = { found: vi.fn(), counted: vi.fn(), failed: vi.fn() }
  // The client uses no more of a worker than the fake has.
  const engine = (fake: FakeWorker, failed = false) => ({
    worker: fake as unknown as Worker,
    failed,
  })
  const client = createClient(engine(worker, failed), listener, () => engine(second))
  return { worker, second, listener, client }
}

test('only answers to the last question arrive', () => {
  const { worker, listener, client } = setUp()
  client.ask(asked)
  client.ask(asked)
  worker.answer({ type: 'counted', id: 1, counts: {} })
  expect(listener.counted).not.toHaveBeenCalled()
  worker.answer({ type: 'counted', id: 2, counts: {} })
  expect(listener.counted).toHaveBeenCalledOnce()
  client.forget()
  worker.answer({ type: 'counted', id: 2, counts: {} })
  expect(listener.counted).toHaveBeenCalledOnce()
})

test('a worker that does not load is put aside for another', () => {
  const { worker, second, listener, client } = setUp()
  worker.dispatchEvent(new Event('error'))
  expect(listener.failed).toHaveBeenCalledOnce()
  client.restart()
  client.ask(asked)
  expect(worker.terminate).toHaveBeenCalledOnce()
  expect(second.asked.map(({ type }) => type)).toEqual(['search'])
})

test('a worker that failed before anybody listened is reported at once', () => {
  expect(setUp(true).listener.failed).toHaveBeenCalledOnce()
})

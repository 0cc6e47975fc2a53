import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from './clipboard.ts'

const prompt = vi.fn()
vi.stubGlobal('window', { prompt })
const withClipboard = (writeText?: (text: string) => Promise<void>) =>
  vi.stubGlobal('navigator', writeText ? { clipboard: { writeText } } : {})
afterEach(() => prompt.mockReset())

test('a text is copied where there is a clipboard', async () => {
  const writeText = vi.fn(async () => {})
  withClipboard(writeText)
  expect(await copyText('https://a.cn/', '长按复制')).toBe('copied')
  expect(writeText).toHaveBeenCalledWith('https://a.cn/')
  expect(prompt).not.toHaveBeenCalled()
})

test('without one, or when it refuses, it is shown', async () => {
  withClipboard()
  expect(await copyText('https://a.cn/', '长按复制')).toBe('shown')
  withClipboard(() => Promise.reject(new Error('refused')))
  expect(await copyText('https://b.cn/', '长按复制')).toBe('shown')
  expect(prompt.mock.calls).toEqual([
    ['长按复制', 'https://a.cn/'],
    ['长按复制', 'https://b.cn/'],
  ])
})

test('nothing is never offered', async () => {
  withClipboard()
  expect(await copyText('', '长按复制')).toBe('nothing')
  expect(prompt).not.toHaveBeenCalled()
})

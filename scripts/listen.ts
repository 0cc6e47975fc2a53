import type { Server } from 'node:http'

/** Where a server is to be found. */
interface Address {
  port: string
  host: string
  base: string
  /** How another port is asked for: `PORT=4174 npm start`. */
  otherPort: string
}

/** Start a server and say where it is; one that cannot start says why in a sentence, and the process fails. */
export function listen(server: Server, { port, host, base, otherPort }: Address): Promise<string> {
  const reasons: Partial<Record<string, string>> = {
    EADDRINUSE: `端口 ${port} 已被占用：换一个，例如 ${otherPort}。`,
    EACCES: `不能用端口 ${port}：1024 以下的要管理员才能用，换一个，例如 4173。`,
    EADDRNOTAVAIL: `这台电脑没有 ${host} 这个地址：写 0.0.0.0，或这台电脑自己的地址。`,
    ENOTFOUND: `找不到 ${host}：--host 要写这台电脑的地址，例如 0.0.0.0。`,
  }
  return new Promise((started) => {
    server.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      console.error(reasons[code ?? ''] ?? `服务器没有启动：${message}`)
      process.exitCode = 1
    })
    server.listen(Number(port), host, () => {
      const name = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host
      const address = `http://${name}:${port}${base}`
      console.log(`潮头已在 ${address} 打开，按 Ctrl+C 停止。`)
      started(address)
    })
  })
}

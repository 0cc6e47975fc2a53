// Loaded before the program that is measured: says on its way out what it took.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const { BENCH_USAGE } = process.env
  if (BENCH_USAGE)
    writeFileSync(
      BENCH_USAGE,
      JSON.stringify({ megabytes: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 }),
    )
})

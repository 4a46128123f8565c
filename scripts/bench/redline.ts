import { redline } from '../../src/text/index.ts'
import type { Benchmark } from './figure.ts'
import { median } from './statistics.ts'

const rounds = 5

export const redlining: Benchmark = {
  title: 'redline: two texts of 20,000 words that have nothing in common',
  run: async () => {
    const old = 'mot '.repeat(20_000)
    const now = Array.from({ length: 20_000 }, (_, index) => `x${index}`).join(' ')
    const times = Array.from({ length: rounds + 1 }, () => {
      const from = performance.now()
      redline(old, now)
      return performance.now() - from
    })
    return [
      { what: 'the first time', value: times[0] ?? 0, unit: 'ms', budget: { most: 2000 } },
      { what: 'warm', value: median(times.slice(1)), unit: 'ms' },
    ]
  },
}

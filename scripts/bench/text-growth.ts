import { z } from 'zod'
import type { Benchmark, Figure } from './figure.ts'
import { requireShared } from './require-shared.ts'
import { median } from './statistics.ts'
import { runTask, took } from './text-child.ts'
import { civilCode } from './text-data.ts'

const counts = [1, 2, 5, 10]
const rounds = 4
const round = took.extend({ bytes: z.number() })

export const redlineGrowth: Benchmark = {
  title:
    'text: redline of 1, 2, 5 and 10 copies of the civil code, each with a third of its longer words made others (processor’s time)',
  run: async () => {
    const files = [requireShared(civilCode.old), requireShared(civilCode.now)]
    const figures: Figure[] = []
    for (const count of counts) {
      const task = ['copies', ...files, String(rounds), String(count)]
      const said = await runTask(task, 300, round)
      // The first is from nothing; where there is no other, it stands for them.
      const warm = said.rounds.slice(said.rounds.length > 1 ? 1 : 0)
      const megabytes = (said.rounds[0]?.bytes ?? 0) / 1e6
      const seconds = median(warm.map(({ cpu }) => cpu)) / 1000
      figures.push({ what: `${megabytes.toFixed(1)} MB of new text`, value: seconds, unit: 's' })
    }
    const [one, ten] = [figures[0]?.value ?? 0, figures.at(-1)?.value ?? 0]
    const what = 'the largest ÷ the smallest, of ten times the text'
    return [...figures, { what, value: ten / one, unit: '×', budget: { most: 15 } }]
  },
}

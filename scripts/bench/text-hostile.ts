import { z } from 'zod'
import { hostileTasks } from '../../test/hostile-tasks.ts'
import { hostileTexts } from '../../test/hostile-texts.ts'
import type { Benchmark, Figure } from './figure.ts'
import { runTask, took } from './text-child.ts'

/** How long the engine may be at one text, all that it does with it counted. */
const patience = 60

const round = took.extend({ what: z.string(), fault: z.string().nullable() })
type Round = z.infer<typeof round>

const taskNames = hostileTasks({ source: '', edited: '' }).map(([name]) => name)

export const hostile: Benchmark = {
  title: `text: hostile texts of a megabyte, the longest of what is done with each (all of it: ${patience} s at most)`,
  run: async () => {
    const figures: Figure[] = []
    const faults: string[] = []
    for (const name of Object.keys(hostileTexts)) {
      const said = await runTask(['hostile', name], patience, round)
      const { what, ms, cpu } = longestOf(said.rounds, said.stopped)
      figures.push({
        what: `${name} (${what})`,
        value: ms / 1000,
        unit: 's',
        budget: { most: 5 },
        beside: { 'processor’s time': `${(cpu / 1000).toPrecision(3)} s` },
      })
      faults.push(
        ...said.rounds.flatMap(({ what, fault }) =>
          fault === null ? [] : [`${name}, ${what}: ${fault}`],
        ),
      )
    }
    const what = 'crashes, and answers that cannot be right'
    return [
      ...figures,
      { what, value: faults.length, unit: '', budget: { most: 0 } },
      ...faults.map((fault) => ({ what: `  ${fault}`, value: 1, unit: '' })),
    ]
  },
}

/** What was under way when its time was up took longer than anything that was done. */
function longestOf(rounds: readonly Round[], stopped: boolean) {
  const [longest] = rounds.toSorted((one, other) => other.ms - one.ms)
  if (longest && !stopped) return longest
  const ms = patience * 1000
  return { what: `${taskNames[rounds.length] ?? ''}, stopped`, ms, cpu: ms }
}

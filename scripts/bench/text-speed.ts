import { z } from 'zod'
import { finish, spawnVivace } from '../../test/run-vivace.ts'
import type { Benchmark, Figure } from './figure.ts'
import { requireShared } from './require-shared.ts'
import { median } from './statistics.ts'
import { runTask, took, type Took } from './text-child.ts'
import { civilCode, neighbours, type Pair } from './text-data.ts'
import { peerNames } from './text-peers.ts'

const rounds = 8
const peerRounds = 3

/** How long a peer may work on two texts, all its rounds counted. */
const patience = 20

const redlineRound = z.object({
  parse: took,
  redline: took,
  write: z.array(took.extend({ format: z.string() })),
})
type RedlineRound = z.infer<typeof redlineRound>

export const redlineSpeed: Benchmark = {
  title: `text: redline of the civil code, 2004 (0.8 MB) to 2010 (1.1 MB), each in a process of its own, peers for ${patience} s at most`,
  run: async () => {
    const [first, ...warm] = await measureOurs(civilCode)
    if (!first) throw new Error('nothing was measured')
    const beside = await measurePeers(civilCode)
    const middle = (read: (round: RedlineRound) => Took | undefined) =>
      medianOf(warm.flatMap((round) => read(round) ?? []))
    return [
      ...sayTook('redline, warm', middle(readRedline), 0.2, beside.warm),
      ...sayTook('redline, cold', first.redline, 0.6, beside.cold),
      ...sayTook('reading both texts, warm', middle(readParse)),
      ...sayTook('reading both texts, cold', first.parse),
      ...first.write.flatMap(({ format, ...cold }, index) => [
        inSeconds(`writing it as ${format}, warm`, middle(({ write }) => write[index]).ms),
        inSeconds('  cold', cold.ms),
      ]),
      inSeconds('the whole command, vivace redline --format json', await timeCommand(civilCode)),
    ]
  },
}

export const neighbourSpeed: Benchmark = {
  title: `text: redline of the standing orders (0.14 MB) from each date to the next, warm, peers for ${patience} s at most`,
  run: async () => {
    const figures: Figure[] = []
    for (const pair of neighbours) {
      const [, ...warm] = await measureOurs(pair)
      const beside = await measurePeers(pair)
      const { ms } = medianOf(warm.map(readRedline))
      figures.push({ ...inSeconds(pair.name, ms), beside: beside.warm })
    }
    return figures
  },
}

function readRedline({ redline }: RedlineRound): Took {
  return redline
}

function readParse({ parse }: RedlineRound): Took {
  return parse
}

function medianOf(times: readonly Took[]): Took {
  return { ms: median(times.map(({ ms }) => ms)), cpu: median(times.map(({ cpu }) => cpu)) }
}

function sayTook(what: string, { ms, cpu }: Took, most?: number, beside?: Beside): Figure[] {
  const figure = inSeconds(what, ms, most)
  return [beside ? { ...figure, beside } : figure, inSeconds('  of the processor’s time', cpu)]
}

function inSeconds(what: string, ms: number, most?: number): Figure {
  const figure = { what, value: ms / 1000, unit: 's' }
  return most === undefined ? figure : { ...figure, budget: { most } }
}

async function measureOurs(pair: Pair): Promise<RedlineRound[]> {
  const task = ['redline', ...filesOf(pair), String(rounds)]
  return (await runTask(task, 120, redlineRound)).rounds
}

type Beside = Record<string, number | string>

/** In seconds; warm is the first where there was no time for a second. */
async function measurePeers(pair: Pair): Promise<{ cold: Beside; warm: Beside }> {
  const beside: { cold: Beside; warm: Beside } = { cold: {}, warm: {} }
  for (const name of peerNames) {
    const task = ['peer', name, ...filesOf(pair), String(peerRounds)]
    const [first, ...warm] = (await runTask(task, patience, took)).rounds
    const stopped = `stopped at ${patience} s`
    const seconds = warm.length > 0 ? median(warm.map(({ ms }) => ms)) / 1000 : undefined
    beside.cold[name] = first ? first.ms / 1000 : stopped
    beside.warm[name] = seconds ?? beside.cold[name]
  }
  return beside
}

async function timeCommand(pair: Pair): Promise<number> {
  const from = performance.now()
  const command = spawnVivace({}, ['redline', ...filesOf(pair), '--format', 'json'])
  const { code, stderr } = await finish(command)
  if (code !== 0) throw new Error(`vivace redline: ${stderr}`)
  return performance.now() - from
}

function filesOf({ old, now }: Pair): [string, string] {
  return [requireShared(old), requireShared(now)]
}

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { finish, spawnVivace } from '../../test/run-vivace.ts'
import type { Benchmark, Budget, Figure } from './figure.ts'
import { requireShared } from './require-shared.ts'
import { readAnchors, writePlaces, type Anchor } from './text-anchor-places.ts'
import { readBlocks } from './text-data.ts'
import { matchQuote, matchStrictly } from './text-hypothesis.ts'
import { scoreAnchors, type Score } from './text-score.ts'

/** Hypothesis's rule reads the whole text for each anchor: of so many it is asked for one. */
const sampled = 6

const sets = [
  {
    name: 'standing orders, 1959 to 1994',
    folder: 'reglement-an',
    old: '19590603.md',
    now: '19940126.md',
    anchors: 'anchors-1959-to-1994.jsonl',
  },
  {
    name: 'civil code, 2004 to 2010',
    folder: 'code-civil',
    old: '2004-01-02.md',
    now: '2010-01-01.md',
    anchors: 'anchors-2004-to-2010.jsonl',
  },
]

type Bars = Record<keyof Score, Budget>

const asTheyAre: Bars = {
  right: { least: 99 },
  wrong: { most: 0.5 },
  exactWords: { least: 99 },
  gone: { least: 97 },
}
const permuted: Bars = {
  right: { least: 98 },
  wrong: { most: 1 },
  exactWords: { least: 98 },
  gone: { least: 95 },
}

const rows: Record<keyof Score, string> = {
  right: 'right, of those still there',
  wrong: 'at a wrong place, of those',
  exactWords: 'with the exact words, of those that stand unchanged',
  gone: 'recognised as gone, in the worst kind',
}

export const anchors: Benchmark = {
  title: 'text: 1,200 anchors of each text carried to the other edition (score-anchors.mjs)',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vivace-bench-anchors-'))
    try {
      const figures: Figure[] = []
      for (const { name, folder: data, ...names } of sets) {
        const of = (file: string) => requireShared(`${data}/${file}`)
        const files = { old: of(names.old), now: of(names.now), anchors: of(names.anchors) }
        figures.push(...(await measure(name, files, asTheyAre, folder)))
        const shuffled = { now: join(folder, names.now), map: join(folder, 'map.json') }
        await runTool('permute-headings.mjs', [files.now, shuffled.now, shuffled.map])
        const given = { ...files, ...shuffled }
        figures.push(...(await measure(`${name}, headings permuted`, given, permuted, folder)))
      }
      return figures
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

type Files = { old: string; now: string; anchors: string; map?: string }

type Outcome = { score: Score; ms: number }

async function measure(name: string, files: Files, bars: Bars, folder: string): Promise<Figure[]> {
  const ours = await carryByVivace(files, folder)
  const peers: Record<string, Outcome> = {
    [`Hypothesis’s rule, 1 in ${sampled}`]: await carryByRule(matchQuote, sampled, files, folder),
    'strict matching': await carryByRule(matchStrictly, 1, files, folder),
  }
  const beside = (read: (outcome: Outcome) => number) =>
    Object.fromEntries(Object.entries(peers).map(([peer, outcome]) => [peer, read(outcome)]))
  const measures = ['right', 'wrong', 'exactWords', 'gone'] as const
  return [
    ...measures.map((measure) => ({
      what: `${name}: ${rows[measure]}`,
      value: ours.score[measure],
      unit: '%',
      budget: bars[measure],
      beside: beside(({ score }) => score[measure]),
    })),
    {
      what: '  each, of the whole command (of peers: without reading the texts)',
      value: ours.ms,
      unit: 'ms',
      budget: { most: 2 },
      beside: beside(({ ms }) => ms),
    },
  ]
}

async function carryByVivace(files: Files, folder: string): Promise<Outcome> {
  // The first command after a file changed makes the program, which is measured by itself.
  await finish(spawnVivace({}, ['carry', '--help']))
  const from = performance.now()
  const command = spawnVivace({}, ['carry', files.old, files.now, '--anchors', files.anchors])
  const { code, stdout, stderr } = await finish(command)
  const took = performance.now() - from
  if (code !== 0) throw new Error(`vivace carry: ${stderr}`)
  const out = join(folder, 'out.jsonl')
  await writeFile(out, stdout)
  const count = stdout.trim().split('\n').length
  return { score: await scoreAnchors({ ...files, truth: files.anchors, out }), ms: took / count }
}

type Rule = typeof matchQuote

async function carryByRule(
  rule: Rule,
  every: number,
  files: Files,
  folder: string,
): Promise<Outcome> {
  const [old, now] = [await readBlocks(files.old), await readBlocks(files.now)]
  const lines = (await readFile(files.anchors, 'utf8')).split('\n').filter(Boolean)
  const chosen = lines.filter((_, index) => index % every === 0)
  const asked: Anchor[] = readAnchors(chosen)
  const from = performance.now()
  const out = writePlaces(asked, { old, now }, rule)
  const ms = (performance.now() - from) / asked.length
  const paths = { truth: join(folder, 'truth.jsonl'), out: join(folder, 'out.jsonl') }
  await writeFile(paths.truth, chosen.join('\n'))
  await writeFile(paths.out, out.join('\n'))
  return { score: await scoreAnchors({ ...files, ...paths }), ms }
}

async function runTool(name: string, flags: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [requireShared(`../tools/${name}`), ...flags])
}

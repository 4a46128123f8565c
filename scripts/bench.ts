import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { replaceFigures } from './bench/benchmarks-file.ts'
import { cached } from './bench/cached.ts'
import { changesPages } from './bench/changes.ts'
import { digest } from './bench/digest.ts'
import { judge, type Benchmark, type Figure } from './bench/figure.ts'
import { firstView } from './bench/first-view.ts'
import { importing } from './bench/import.ts'
import { describeMachine } from './bench/machine.ts'
import { prepare } from './bench/prepared.ts'
import { start } from './bench/start.ts'
import { textBenchmarks } from './bench/text.ts'
import { writeMarkdownTable, writePlainTable } from './bench/table.ts'
import { millions, uncached } from './bench/uncached.ts'

/** Every benchmark, by name, in the order in which they run. */
const benchmarks: Record<string, Benchmark> = {
  'first-view': firstView,
  cached,
  uncached,
  changes: changesPages,
  import: importing,
  digest,
  start,
  ...textBenchmarks,
}

const { values: flags, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: {
    /** Two million contributions too, which takes some ten minutes and gigabytes. */
    millions: { type: 'boolean', default: false },
    /** A missed budget is a failure. */
    strict: { type: 'boolean', default: false },
    /** Puts what was measured into BENCHMARKS.md. */
    write: { type: 'boolean', default: false },
  },
})

type Measured = { title: string; figures: Figure[] }

const names = Object.keys(benchmarks)
const unknown = chosen.filter((asked) => !names.some((name) => isAsked(name, asked)))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}: ${names.join(', ')}`)
  process.exitCode = 2
} else if (flags.write && chosen.length > 0) {
  console.error('BENCHMARKS.md holds one whole run: --write takes no names.')
  process.exitCode = 2
} else {
  await measureAll()
}

async function measureAll(): Promise<void> {
  const prepared = prepare()
  try {
    const machine = await describeMachine(prepared)
    console.log(machine.join('\n'))
    const { measured, failed } = await measureEach(prepared)
    if (flags.write) await writeDown(machine, measured)
    const missed = measured.flatMap(({ figures }) => figures).filter(isMissed)
    console.log(`\n${missed.length} over budget, ${failed} not measured`)
    if (failed > 0 || (flags.strict && missed.length > 0)) process.exitCode = 1
  } finally {
    await prepared.close()
  }
}

async function measureEach(prepared: ReturnType<typeof prepare>) {
  const all = { ...benchmarks, ...(flags.millions && { millions }) }
  const measured: Measured[] = []
  let failed = 0
  for (const [name, { title, run }] of Object.entries(all)) {
    const isChosen = chosen.length === 0 || chosen.some((asked) => isAsked(name, asked))
    if (!isChosen && name !== 'millions') continue
    console.log(`\n${title}`)
    try {
      const figures = await run(prepared)
      console.log(writePlainTable(figures))
      measured.push({ title, figures })
    } catch (error) {
      console.error('not measured:', error)
      measured.push({ title: `${title}: not measured`, figures: [] })
      failed += 1
    }
  }
  return { measured, failed }
}

async function writeDown(machine: readonly string[], measured: readonly Measured[]) {
  const file = new URL('../BENCHMARKS.md', import.meta.url)
  const sections = measured.map(
    ({ title, figures }) => `### ${title}\n\n${writeMarkdownTable(figures)}`,
  )
  const list = machine.map((line) => `- ${line}`).join('\n')
  const text = [list, ...sections].join('\n\n')
  await writeFile(file, replaceFigures(await readFile(file, 'utf8'), text))
}

/** `text` asks for all whose names begin with it: `text-speed`… */
function isAsked(name: string, asked: string): boolean {
  return name === asked || name.startsWith(`${asked}-`)
}

function isMissed(figure: Figure): boolean {
  return judge(figure) === 'missed'
}

import { Agent } from 'node:http'
import type { Benchmark, Figure } from './figure.ts'
import { editor, type Prepared } from './prepared.ts'
import { runCommand, whileServing } from './program.ts'
import { requireShared } from './require-shared.ts'
import { describe, signIn, time } from './uncached.ts'

const slug = 'code-civil'

/** The civil code of 2004 and of 2010, as two editions. */
export const changesPages: Benchmark = {
  title: 'changes: what changed in the civil code from 2004 to 2010, for somebody who is signed in',
  run: measure,
}

const requests = 100

async function measure(prepared: Prepared): Promise<Figure[]> {
  const { db, url, close } = await prepared.empty()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    await publishBoth(prepared, url)
    const cookie = await signIn(db, 'editor')
    const figures: Figure[] = []
    await whileServing(url, async (origin) => {
      const changes = `${origin}/fr/reports/${slug}/editions/2/changes`
      const first = await time(changes, cookie, agent)
      figures.push({
        what: 'the first page, compared when it is asked for',
        value: first,
        unit: 'ms',
      })
      const times: number[] = []
      for (let asked = 0; asked < requests; asked += 1)
        times.push(await time(`${changes}?page=${(asked % 20) + 1}`, cookie, agent))
      figures.push(...describe('pages after it', times, { most: 50 }))
    })
    return figures
  } finally {
    agent.destroy()
    await close()
  }
}

async function publishBoth(prepared: Prepared, url: string): Promise<void> {
  const postmaster = await prepared.postmaster()
  const run = (flags: readonly string[]) => runCommand(url, flags, postmaster)
  const [old, now] = ['2004-01-02', '2010-01-01'].map((day) =>
    requireShared(`code-civil/${day}.md`),
  )
  await run(['import', old ?? '', '--report', slug])
  await run(['people', 'grant', editor, 'editor-in-chief', '--report', slug, '--name', 'Editor'])
  await run(['publish', '--report', slug, '--as', editor])
  await run(['import', now ?? '', '--report', slug])
  await run(['publish', '--report', slug, '--as', editor])
}

import { readFileSync } from 'node:fs'
import { writeRedlinePage } from '../../src/commands/redline-page.tsx'
import { writers } from '../../src/commands/redline.ts'
import { parseMarkdownDocument, redlineTexts, type ParsedBlock } from '../../src/text/index.ts'
import { hostileTasks } from '../../test/hostile-tasks.ts'
import { hostileTexts } from '../../test/hostile-texts.ts'
import type { Took } from './text-child.ts'
import { copiesOf } from './text-copies.ts'
import { plainTextOf } from './text-data.ts'
import { peers, type PeerName } from './text-peers.ts'

/*
 * What is measured of texts in a process of its own: text-process.ts TASK [ARGS…]. The first line says that the task is
 * ready; each further one is a round in JSON, so that what was measured stands when the time is up.
 */

const ready = 'ready'

const locale = 'fr'
const names = { old: 'old.md', now: 'new.md' }

const tasks: Record<string, (...args: string[]) => Generator | AsyncGenerator> = {
  /** Reading both texts, comparing them, writing the redline in each format: the first round from nothing. */
  async *redline(oldFile = '', newFile = '', rounds = '') {
    const sources = { old: readFileSync(oldFile, 'utf8'), now: readFileSync(newFile, 'utf8') }
    yield ready
    for (let round = 0; round < Number(rounds); round += 1) {
      const [parse, texts] = time(() => ({
        old: parseMarkdownDocument(sources.old),
        now: parseMarkdownDocument(sources.now),
      }))
      const [redline, items] = time(() => redlineTexts(texts.old.blocks, texts.now.blocks))
      const write = Object.entries(writers).map(([format, writer]) => {
        const [took] = time(() => writer(texts, items))
        return { format, ...took }
      })
      const [page] = await timeLater(() => writeRedlinePage({ ...texts, items, locale, names }))
      write.push({ format: 'html', ...page })
      yield { parse, redline, write }
    }
  },

  /** What a peer makes of the plain texts, a line for each block. */
  *peer(name = '', oldFile = '', newFile = '', rounds = '') {
    const [old, now] = [plainTextOf(readBlocks(oldFile)), plainTextOf(readBlocks(newFile))]
    const compare = peers[nameOf(name)]
    yield ready
    for (let round = 0; round < Number(rounds); round += 1) yield time(() => compare(old, now))[0]
  },

  /** The redline of so many copies of both texts one after the other, each in other words. */
  *copies(oldFile = '', newFile = '', rounds = '', count = '') {
    const old = copiesOf(readBlocks(oldFile), Number(count))
    const now = copiesOf(readBlocks(newFile), Number(count))
    const bytes = Buffer.byteLength(plainTextOf(now))
    yield ready
    for (let round = 0; round < Number(rounds); round += 1)
      yield { bytes, ...time(() => redlineTexts(old, now))[0] }
  },

  /** What the engine does with a hostile text; `fault`: what was wrong with what it answered. */
  *hostile(name = '') {
    const text = hostileTexts[name]?.()
    if (!text) throw new Error(`there is no hostile text ${name}`)
    yield ready
    for (const [what, work] of hostileTasks(text)) {
      const [took, fault] = time(() => findFault(work))
      yield { what, fault, ...took }
    }
  },
}

const [task = '', ...args] = process.argv.slice(2)
for await (const round of tasks[task]?.(...args) ?? []) console.log(JSON.stringify(round))

function readBlocks(file: string): ParsedBlock[] {
  return parseMarkdownDocument(readFileSync(file, 'utf8')).blocks
}

function nameOf(asked: string): PeerName {
  const name = Object.keys(peers).find((peer): peer is PeerName => peer === asked)
  if (!name) throw new Error(`there is no peer ${asked}`)
  return name
}

/**
 * Milliseconds, and what was made meanwhile. `cpu`: of the processor, for this thread alone; what else the machine
 * does doesn't lengthen it much.
 */
function time<T>(work: () => T): [Took, T] {
  const tell = startTiming()
  const made = work()
  return [tell(), made]
}

async function timeLater<T>(work: () => Promise<T>): Promise<[Took, T]> {
  const tell = startTiming()
  const made = await work()
  return [tell(), made]
}

function startTiming(): () => Took {
  const [from, before] = [performance.now(), process.threadCpuUsage()]
  return () => {
    const ms = performance.now() - from
    const { user, system } = process.threadCpuUsage(before)
    return { ms, cpu: (user + system) / 1000 }
  }
}

function findFault(work: () => void): string | null {
  try {
    work()
    return null
  } catch (error) {
    return String(error).slice(0, 200)
  }
}

import { spawn } from 'node:child_process'
import { finish } from '../../test/run-vivace.ts'
import { requireShared } from './require-shared.ts'

/** In per cent: of anchors that are still there, of those the unchanged ones, and of those that are gone. */
export type Score = { right: number; wrong: number; exactWords: number; gone: number }

type Scored = { truth: string; out: string; now: string; map?: string }

/** Scores places against the truth by ../shared/tools/score-anchors.mjs. Fails where it says no score. */
export async function scoreAnchors({ truth, out, now, map }: Scored): Promise<Score> {
  const tool = requireShared('../tools/score-anchors.mjs')
  const flags = [tool, truth, out, now, ...(map === undefined ? [] : [map])]
  // Its exit code says whether its own bars are kept: they are said in the table.
  const { stdout, stderr } = await finish(spawn(process.execPath, flags))
  return readScore(stdout + stderr)
}

/** The score in what the tool prints. Fails where there is none. */
export function readScore(printed: string): Score {
  const last = printed.trim().split('\n').at(-1) ?? ''
  const said =
    /^right ([\d.]+)%.* wrong ([\d.]+)%.* exact words ([\d.]+)%.* worst kind ([\d.]+)%/.exec(last)
  if (!said) throw new Error(`no score: ${printed.trim()}`)
  const [right = 0, wrong = 0, exactWords = 0, gone = 0] = said.slice(1).map(Number)
  return { right, wrong, exactWords, gone }
}

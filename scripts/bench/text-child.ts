import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { finish } from '../../test/run-vivace.ts'

const loader = new URL('../../bin/typescript.mjs', import.meta.url).href
const script = fileURLToPath(new URL('text-process.ts', import.meta.url))

/** Milliseconds that something took; `cpu`: of the processor. */
export const took = z.object({ ms: z.number(), cpu: z.number() })
export type Took = z.infer<typeof took>

/** `rounds`: what the process said, a line each; `stopped`: it was still at work when its time was up. */
export type Said<T> = { rounds: T[]; stopped: boolean }

/**
 * Runs a task of text-process.ts in a process of its own, which is ended when it has worked for so many seconds, from
 * when it says that it has read its texts. Fails where it fails.
 */
export async function runTask<T>(
  task: readonly string[],
  seconds: number,
  round: z.ZodType<T>,
): Promise<Said<T>> {
  // 10 MB of text, held a few times over, is more than Node allows itself.
  const flags = ['--max-old-space-size=6000', '--import', loader, script, ...task]
  const child = spawn(process.execPath, flags)
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  child.stdout.once('data', () => {
    timer = setTimeout(() => {
      stopped = true
      child.kill('SIGKILL')
    }, seconds * 1000)
  })
  const { code, stdout, stderr } = await finish(child)
  clearTimeout(timer)
  if (!stopped && code !== 0) throw new Error(`${task.join(' ')} ended with ${code}: ${stderr}`)
  // The first line says that it is ready; what follows the last line break is nothing, or half a line.
  const lines = stdout.split('\n').slice(1, -1)
  return { rounds: lines.map((line) => round.parse(JSON.parse(line))), stopped }
}

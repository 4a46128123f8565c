import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/**
 * What a process of its own is to do: which module answers the one message that it is sent, for how many milliseconds
 * it may, and with how many megabytes, in objects and (on Linux, which tells) in all.
 */
export type Apart<Answer> = {
  module: URL
  milliseconds: number
  objects: number
  memory: number
  /** What is answered where it was ended, or ended by itself for want of memory. */
  ended: Answer
}

/**
 * Two at a time: a long job does not keep a short one waiting, and however many people send
 * files at once, they take two processors and the memory of two jobs. More would not be faster on the
 * small machines that this runs on.
 */
const turns = 2
let taken = 0
const waiting: (() => void)[] = []

/**
 * Returns what the module answers, once it is its turn. It is in a process of its own: a thread that runs out of memory can
 * take the whole program with it. It is given nothing of the program's surroundings, its secrets least of all.
 */
export async function runApart<Answer>(apart: Apart<Answer>, job: object): Promise<Answer> {
  if (taken < turns) taken += 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await ask(apart, job)
  } finally {
    // A turn is handed on, or given back when nobody waits for it.
    const next = waiting.shift()
    if (next === undefined) taken -= 1
    else next()
  }
}

/** One module is loaded sooner than the hundred files that it is made of. */
const loader = new URL('../../bin/typescript.mjs', import.meta.url).href

async function ask<Answer>(apart: Apart<Answer>, job: object): Promise<Answer> {
  const { module, milliseconds, objects, memory, ended } = apart
  const child = fork(fileURLToPath(module), {
    // None of the options of a test run reaches it.
    execArgv: [`--max-old-space-size=${objects}`, '--import', loader],
    env: { SystemRoot: process.env['SystemRoot'] },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let timer: NodeJS.Timeout | undefined
  let watch: NodeJS.Timeout | undefined
  try {
    return await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => resolve(ended), milliseconds)
      watch = setInterval(() => {
        void measure(child).then((held) => held > memory && resolve(ended))
      }, watchedMs)
      const said = collectErrors(child)
      child.on('message', (answer: Answer) => resolve(answer))
      child.on('error', reject)
      // Out of memory, a process ends by a signal; an error of ours ends it with the code 1.
      child.on('exit', (code) => (code === 1 ? reject(new Error(said())) : resolve(ended)))
      child.send(job, (error) => error && reject(error))
    })
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    child.kill('SIGKILL')
  }
}

/** Milliseconds: what unpacks fastest fills some hundred megabytes in the meantime. */
const watchedMs = 100

/** Megabytes that a process holds, whatever for; none where the system does not tell. */
async function measure({ pid }: ChildProcess): Promise<number> {
  const told = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(told)?.[1] ?? 0) / 1024
}

/** What it said on its way out, as far as anybody wants to read. */
function collectErrors({ stderr }: ChildProcess): () => string {
  let said = ''
  stderr?.on('data', (bytes: Buffer) => {
    if (said.length < 10_000) said += bytes.toString()
  })
  return () => `a file was not read: ${said}`
}

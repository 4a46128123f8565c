import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const root = fileURLToPath(new URL('..', import.meta.url))

const found = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']),
      via: z.array(
        z.union([z.string(), z.object({ title: z.string(), url: z.string(), range: z.string() })]),
      ),
    }),
  ),
})

/**
 * Asks the package registry, by npm, which of the locked packages have known vulnerabilities. Exits with 1 where one
 * that runs in production has a serious one, with 3 where the registry has no answer: nothing is known then.
 */
const said = await audit()
const read = found.safeParse(said)
if (!read.success) {
  console.log('the registry says nothing of known vulnerabilities: nothing was audited')
  process.exitCode = 3
} else {
  const serious = Object.entries(read.data.vulnerabilities).filter(([, { severity }]) =>
    ['high', 'critical'].includes(severity),
  )
  for (const [name, { severity, via }] of serious) {
    const told = via.map((one) => (typeof one === 'string' ? one : `${one.title}, ${one.url}`))
    console.log(`${severity}: ${name}: ${told.join('; ')}`)
  }
  const all = Object.keys(read.data.vulnerabilities).length
  console.log(`${all} vulnerable packages, ${serious.length} of them seriously`)
  if (serious.length > 0) process.exitCode = 1
}

/** What npm prints; null where that is no JSON. */
function audit(): Promise<unknown> {
  return new Promise((resolve) => {
    const flags = ['audit', '--omit=dev', '--json', '--fetch-retries=1', ...process.argv.slice(2)]
    // On Windows npm is a batch file, which needs a shell; nothing of these flags comes from elsewhere.
    const windows = process.platform === 'win32'
    const child = spawn('npm', flags, {
      cwd: root,
      shell: windows,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += String(chunk)))
    child.on('error', () => resolve(null))
    child.on('close', () => {
      try {
        resolve(JSON.parse(output))
      } catch {
        resolve(null)
      }
    })
  })
}

import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleScripts, describeTooLarge } from '../src/platform/http/scripts.ts'
import { checkPackages } from './check-packages.ts'
import { generateSchema } from './generate-schema.ts'
import { generateWords } from './generate-words.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const binary = (name: string) => join(root, 'node_modules', name)

type Outcome = { ok: boolean; output: string }

/** Every check, by name; all run, and each failure is shown. */
const checks: Record<string, () => Promise<Outcome>> = {
  types: () => node(binary('@typescript/native/bin/tsc'), ['--noEmit']),
  'browser types': () => node(binary('@typescript/native/bin/tsc'), browserTypes),
  'browser code': checkScripts,
  lint: () =>
    node(binary('oxlint/bin/oxlint'), ['--deny-warnings', 'src', 'test', 'scripts', 'bin']),
  format: () => node(binary('oxfmt/bin/oxfmt'), ['--check', 'src', 'test', 'scripts', 'bin']),
  'import direction': checkImports,
  'dead code': () => node(binary('knip/bin/knip.js'), []),
  packages: checkLock,
  'message files': checkWords,
  'database types': checkSchema,
}

const browserTypes = ['--noEmit', '--project', 'tsconfig.browser.json']

const chosen = process.argv.slice(2)
let failed = 0
for (const [name, check] of Object.entries(checks)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  const { ok, output } = await check()
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}`)
  if (ok) continue
  console.log(output.trim())
  failed += 1
}
if (failed > 0) process.exitCode = 1

/** A cruiser that sees no module finds no fault: over none, it fails. */
async function checkImports(): Promise<Outcome> {
  const flags = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    'src',
    'test',
    'scripts',
  ]
  const outcome = await node(binary('dependency-cruiser/bin/dependency-cruiser.mjs'), flags)
  const cruised = Number(/\((\d+) modules/.exec(outcome.output)?.[1] ?? 0)
  if (outcome.ok && cruised === 0) return { ok: false, output: 'dependency-cruiser saw no module' }
  return outcome
}

/** Built as the start builds it, and no larger than a reader is asked to load. */
async function checkScripts(): Promise<Outcome> {
  try {
    const output = describeTooLarge(bundleScripts())
    return { ok: output === '', output }
  } catch (problem) {
    return { ok: false, output: String(problem) }
  }
}

async function checkLock(): Promise<Outcome> {
  const problems = await checkPackages(root)
  return { ok: problems.length === 0, output: problems.join('\n') }
}

async function checkWords(): Promise<Outcome> {
  const { files, problems } = await generateWords(root)
  const stale = await Promise.all(files.map(differs))
  const output = [...problems, ...stale.filter((path) => path !== null)].join('\n')
  return { ok: output === '', output }
}

async function checkSchema(): Promise<Outcome> {
  const stale = await differs(await generateSchema(root))
  return { ok: stale === null, output: stale ?? '' }
}

async function differs({ path, text }: { path: string; text: string }): Promise<string | null> {
  const present = await readFile(path, 'utf8').catch(() => '')
  return present === text ? null : `${path} is out of date: npm run generate`
}

function node(script: string, flags: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...flags], { cwd: root })
    let output = ''
    child.stdout.on('data', (chunk) => (output += String(chunk)))
    child.stderr.on('data', (chunk) => (output += String(chunk)))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

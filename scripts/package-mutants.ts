const audit = { test: 'test/audit.test.ts' }
const check = { check: 'packages' }

/** Ways to let in packages that nobody looked at. */
export const packageMutants = [
  {
    name: 'packages: one without a hash',
    file: 'package-lock.json',
    replace: '"integrity": "sha512-',
    by: '"integrity": "sha1-',
    guard: check,
  },
  {
    name: 'packages: one from elsewhere',
    file: 'package-lock.json',
    replace: '"integrity": "sha512-',
    by: '"resolved": "https://elsewhere.example/one.tgz", "integrity": "sha512-',
    guard: check,
  },
  {
    name: 'packages: one that runs code on installing',
    file: 'package-lock.json',
    replace: '"integrity": "sha512-',
    by: '"hasInstallScript": true, "integrity": "sha512-',
    guard: check,
  },
  {
    name: 'packages: one whose licence reaches the product',
    file: 'package-lock.json',
    replace: '"license": "MIT"',
    by: '"license": "GPL-3.0-only"',
    guard: check,
  },
  {
    name: 'packages: one without a reason',
    file: 'decisions/0001-dependencies.md',
    replace: '| pino | MIT |',
    by: '| | MIT |',
    guard: check,
  },
  {
    name: 'packages: a serious vulnerability is let through',
    file: 'scripts/audit.ts',
    replace: "['high', 'critical'].includes(severity)",
    by: "['critical'].includes(severity)",
    guard: audit,
  },
  {
    name: 'packages: a registry that says nothing is a good one',
    file: 'scripts/audit.ts',
    replace: 'process.exitCode = 3',
    by: '',
    guard: audit,
  },
]

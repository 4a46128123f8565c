import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { offeredLocales, type OfferedLocale } from '../src/platform/messages.ts'

type Catalogue = Record<string, string>
export type GeneratedWords = { files: { path: string; text: string }[]; problems: string[] }

/** The typed `words.ts` of every module that has message files, and what is wrong with these. */
export async function generateWords(root: string): Promise<GeneratedWords> {
  const files: GeneratedWords['files'] = []
  const problems: string[] = []
  for (const module of await modulesWithWords(root)) {
    const catalogues = new Map<OfferedLocale, Catalogue>()
    for (const locale of offeredLocales) {
      const path = `src/${module}/words.${locale}.json`
      const text = await readFile(join(root, path), 'utf8')
      catalogues.set(locale, readCatalogue(path, text))
      problems.push(...keysTwice(text).map((key) => `${path}: «${key}» is there twice`))
    }
    problems.push(...checkModule(module, catalogues))
    const first = catalogues.get(offeredLocales[0]) ?? {}
    files.push({ path: join(root, 'src', module, 'words.ts'), text: wordsModule(first) })
  }
  return { files, problems }
}

async function modulesWithWords(root: string): Promise<string[]> {
  const files = await readdir(join(root, 'src'), { recursive: true })
  const suffix = `/words.${offeredLocales[0]}.json`
  return files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length))
}

function readCatalogue(path: string, text: string): Catalogue {
  const parsed: unknown = JSON.parse(text)
  if (typeof parsed !== 'object' || parsed === null)
    throw new TypeError(`${path} holds no messages`)
  return Object.fromEntries(Object.entries(parsed).map(([key, text]) => [key, String(text)]))
}

/** Of two sentences of one name JSON keeps the last, and says nothing; a formatted file has each on a line. */
function keysTwice(text: string): string[] {
  const keys = Array.from(text.matchAll(/^  "([^"]+)":/gm), ([, key = '']) => key)
  return keys.filter((key, at) => keys.indexOf(key) !== at)
}

function checkModule(module: string, catalogues: Map<OfferedLocale, Catalogue>): string[] {
  const [reference] = catalogues.values()
  return [...catalogues].flatMap(([locale, catalogue]) => {
    const where = `src/${module}/words.${locale}.json`
    const missing = Object.keys(reference ?? {}).filter((key) => !(key in catalogue))
    const extra = Object.keys(catalogue).filter((key) => !(key in (reference ?? {})))
    const different = Object.entries(catalogue).filter(
      ([key, text]) => typeOf(text) !== typeOf(reference?.[key] ?? text),
    )
    return [
      ...missing.map((key) => `${where}: «${key}» is missing`),
      ...extra.map((key) => `${where}: «${key}» is in no other language`),
      ...different.map(([key]) => `${where}: «${key}» takes other arguments than elsewhere`),
      ...(locale === 'fr' ? badFrench(where, catalogue) : []),
      ...(locale === 'es' ? badSpanish(where, catalogue) : []),
    ]
  })
}

/** Where French sets a no-break space (Lexique de l'Imprimerie nationale), an ordinary one is a mistake. */
function badFrench(where: string, catalogue: Catalogue): string[] {
  return Object.entries(catalogue)
    .filter(([, text]) => / [;:!?»%]|« |[\p{L}\p{N})][;!?»]/u.test(text))
    .map(
      ([key]) => `${where}: «${key}» needs no-break spaces (U+202F before ; ! ?, U+00A0 by : « »)`,
    )
}

/** Spanish opens what it asks and exclaims, quotes in «» and sets no space before a stop (Ortografía de la RAE, 2010). */
function badSpanish(where: string, catalogue: Catalogue): string[] {
  return Object.entries(catalogue)
    .filter(([, text]) => / [;:!?»]|« |[“”]/.test(text) || !isOpened(text))
    .map(([key]) => `${where}: «${key}» needs ¿ before ?, ¡ before !, «» around what is quoted`)
}

function isOpened(text: string): boolean {
  const count = (sign: string) => text.split(sign).length
  return count('¿') === count('?') && count('¡') === count('!')
}

const argumentTypes: Partial<Record<TYPE, string>> = {
  [TYPE.argument]: 'string | number',
  [TYPE.number]: 'number',
  [TYPE.plural]: 'number',
  [TYPE.select]: 'string',
  [TYPE.date]: 'Date',
  [TYPE.time]: 'Date',
}

function argumentsOf(elements: MessageFormatElement[]): [string, string][] {
  return elements.flatMap((element): [string, string][] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    const own: [string, string] = [element.value, argumentTypes[element.type] ?? 'string']
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [own]
    return [own, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))]
  })
}

function typeOf(message: string): string {
  const found = new Map(argumentsOf(parse(message, { ignoreTag: true })))
  if (found.size === 0) return 'NoArguments'
  const fields = [...found]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, type]) => `${name}: ${type}`)
  return `{ ${fields.join('; ')} }`
}

function wordsModule(catalogue: Catalogue): string {
  const names = [...offeredLocales].toSorted()
  const types = Object.values(catalogue).map(typeOf)
  const imported = types.includes('NoArguments') ? 'defineWords, type NoArguments' : 'defineWords'
  return `// Written by \`npm run generate\` from the message files beside it.
import { ${imported} } from '../platform/messages.ts'
${names.map((locale) => `import ${locale} from './words.${locale}.json' with { type: 'json' }`).join('\n')}

type Messages = {
${Object.keys(catalogue)
  .map((key) => `  '${key}': ${typeOf(catalogue[key] ?? '')}`)
  .join('\n')}
}

export const words = defineWords<Messages>({ ${names.join(', ')} })
`
}

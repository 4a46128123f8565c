import { daysKept } from '../days-kept.ts'
import type { Fields } from './form-fields.ts'

/** What somebody typed into a form and has not sent, as this browser keeps it. */
export type KeptText = {
  /** By which it is kept: the key, but for what was set aside. */
  name: string
  /** Of the form that it was typed into: two of the same place are two texts. Empty once that form was received. */
  key: string
  /** Whose it is; empty where nobody was signed in. */
  writer: string
  /** Which form, in any language. */
  place: string
  /** Of which edition, or revision, its form spoke. */
  of: string
  at: number
  fields: Fields
}

const prefix = 'vivace-text:'
const signedOut = `${prefix}signed-out`
const longest = daysKept * 24 * 3600 * 1000

/** Somebody signs out: what their page still holds is not kept again while it is left. */
let ended = false

/** The names of what this page has kept. */
const keptHere = new Set<string>()

/** False where the browser keeps nothing, or has no room. */
export function saveText(text: KeptText): boolean {
  if (ended) return false
  return tryStorage(false, (storage) => {
    storage.setItem(prefix + text.name, JSON.stringify(text))
    keptHere.add(text.name)
    return true
  })
}

/** Whether this browser keeps anything at all. */
export function canKeep(): boolean {
  return tryStorage(false, (storage) => {
    storage.setItem(`${prefix}probe`, '')
    storage.removeItem(`${prefix}probe`)
    return true
  })
}

export function forgetText(name: string): void {
  tryStorage(undefined, (storage) => storage.removeItem(prefix + name))
}

/**
 * Keeps a text apart from what else is typed into a form with its key, as a draft's has each time that it
 * is opened. Returns it as it is kept then; as it was where there is no room.
 */
export function setAside(text: KeptText): KeptText {
  const aside = { ...text, name: `${text.key} ${text.at}` }
  if (!saveText(aside)) return text
  forgetText(text.name)
  return aside
}

/** The last touched first; what is too old or cannot be read is forgotten. */
export function listTexts(): KeptText[] {
  return tryStorage([], (storage) => {
    const names = namesIn(storage)
    const texts = names.flatMap((name) => readText(name, storage.getItem(name)) ?? [])
    const known = new Set(texts.map(({ name }) => prefix + name))
    for (const name of names) if (!known.has(name)) storage.removeItem(name)
    return texts.toSorted((one, other) => other.at - one.at)
  })
}

/**
 * Forgets the text that the server says it has received. What was set aside of that form is another text: it
 * will be sent with a form of its own.
 */
export function forgetReceived({ dataset }: HTMLElement): void {
  const { key = '' } = dataset
  forgetText(key)
  for (const text of listTexts()) if (text.key === key) saveText({ ...text, key: '' })
}

/** Forgets everybody's texts when somebody signs out, in all tabs: the next person here may be another. */
export function forgetOnSignOut(form: HTMLElement): void {
  form.addEventListener('submit', () => {
    ended = true
    tryStorage(undefined, (storage) => {
      // Other tabs hear of what is written here, and keep nothing more of what they hold.
      storage.setItem(signedOut, '')
      for (const name of namesIn(storage)) storage.removeItem(name)
    })
  })
}

/**
 * Until the page is loaded anew, by whoever is signed in then. It hears of it after the fact: what it kept since,
 * or still keeps, is forgotten. What others keep may be of whoever signed in next.
 */
export function heedSignOut(): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== signedOut || newValue === null) return
    ended = true
    for (const name of keptHere) forgetText(name)
  })
}

function namesIn(storage: Storage): string[] {
  return Object.keys(storage).filter((name) => name.startsWith(prefix))
}

/** Null for what is too old, or was not written by this code. */
function readText(storedAs: string, written: string | null): KeptText | null {
  try {
    const text: unknown = JSON.parse(written ?? '')
    if (!isText(text) || Math.abs(Date.now() - text.at) >= longest) return null
    return { ...text, name: storedAs.slice(prefix.length) }
  } catch {
    return null
  }
}

function isText(text: unknown): text is Omit<KeptText, 'name'> {
  if (!isRecord(text)) return false
  const { key, writer, place, of, at, fields } = text
  return (
    [key, writer, place, of].every((part) => typeof part === 'string') &&
    typeof at === 'number' &&
    isRecord(fields) &&
    Object.values(fields).every(isListOfWords)
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isListOfWords(values: unknown): boolean {
  return Array.isArray(values) && values.every((value) => typeof value === 'string')
}

/** A browser may refuse to keep anything, by throwing at any of these. */
function tryStorage<Result>(otherwise: Result, act: (storage: Storage) => Result): Result {
  try {
    return act(localStorage)
  } catch {
    return otherwise
  }
}

import { readConsultation, type ReadConsultation } from './read-consultation.ts'

/** Both files of a consultation as they came, byte for byte. */
export type ConsultationFiles = { bill: NamedFile; contributions: NamedFile }

export type NamedFile = { name: string; bytes: Uint8Array }

type Parsed = { ok: true; value: unknown } | { ok: false; mistake: string }

/** Bytes: twenty-five times the largest consultation that is known to have been given as open data. */
const largestFile = 100 * 1024 * 1024

/** As `readConsultation`, from bytes: refused too when a file is too large, not UTF-8 or not JSON. */
export function readConsultationFiles({
  bill,
  contributions,
}: ConsultationFiles): ReadConsultation {
  const first = parseFile(bill)
  const second = parseFile(contributions)
  if (first.ok && second.ok) return readConsultation(first.value, second.value)
  const mistakes = [first, second].flatMap((parsed) => (parsed.ok ? [] : [parsed.mistake]))
  return { ok: false, mistakes }
}

function parseFile({ name, bytes }: NamedFile): Parsed {
  if (bytes.length > largestFile) return { ok: false, mistake: `${name} is over 100 MB long` }
  const text = attempt(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  if (text === undefined) return { ok: false, mistake: `${name} is not UTF-8 text` }
  const parsed = attempt((): { value: unknown } => ({ value: JSON.parse(text) }))
  if (parsed === undefined) return { ok: false, mistake: `${name} is not JSON` }
  return { ok: true, ...parsed }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

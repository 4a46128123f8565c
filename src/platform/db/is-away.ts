/** What the network and PostgreSQL say when no answer is to be had for the moment. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // Too many connections; then: ended by an administrator, crashed, starting or stopping.
  '53300',
  '57P01',
  '57P02',
  '57P03',
])

/** What pg, its pool and Kysely say without a code, of a connection that was lost, or closed by us. */
const awaySentences = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect$/,
  /^Client (was closed|has encountered a connection error) and is not queryable$/,
  /^Cannot use a pool after calling end on the pool$/,
  /^driver has already been destroyed$/,
]

/** True for an error that says that the database cannot be reached, or has let go of us; it may be back in a moment. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  // Class 08 of SQLSTATE: connection exceptions, but for a message that we got wrong (a protocol violation).
  if (awayCodes.has(code) || /^08(?!P01)[0-9A-Z]{3}$/.test(code)) return true
  return awaySentences.some((sentence) => sentence.test(error.message)) || isAway(error.cause)
}

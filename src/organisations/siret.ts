/** Of La Poste, whose establishments have numbers of their own rule. */
const laPoste = '356000000'

/**
 * The fourteen digits of a SIRET, without what people write between them; null where it is none. Its nine digits of SIREN
 * and all fourteen each end on a digit that checks the others by Luhn's formula; La Poste has more establishments than
 * that leaves room for: of its own the sum of the digits is a multiple of five. Source: the rules of INSEE's own
 * checker, https://github.com/InseeFrLab/validinsee («Règles de validation»).
 */
export function readSiret(typed: string): string | null {
  const digits = digitsOf(typed)
  if (!/^\d{14}$/.test(digits) || /^0+$/.test(digits)) return null
  if (isLuhn(digits) && isLuhn(digits.slice(0, 9))) return digits
  return digits.startsWith(laPoste) && sumOf(digits) % 5 === 0 ? digits : null
}

/** The nine digits of a SIREN, which check themselves as those of a SIRET do; null where it is none. */
export function readSiren(typed: string): string | null {
  const digits = digitsOf(typed)
  return /^\d{9}$/.test(digits) && !/^0+$/.test(digits) && isLuhn(digits) ? digits : null
}

function digitsOf(typed: string): string {
  return typed.replaceAll(/[\s.\u00a0\u202f-]/g, '')
}

/** As it is written: SIREN in threes, then the establishment. */
export function saySiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})/, '$1\u00a0$2\u00a0$3\u00a0').trimEnd()
}

function isLuhn(digits: string): boolean {
  const doubled = Array.from(digits, (digit, at) => {
    const twice = Number(digit) * (at % 2 === digits.length % 2 ? 2 : 1)
    return twice > 9 ? twice - 9 : twice
  })
  return doubled.reduce((sum, digit) => sum + digit, 0) % 10 === 0
}

function sumOf(digits: string): number {
  return Array.from(digits, Number).reduce((sum, digit) => sum + digit, 0)
}

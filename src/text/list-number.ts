const romanValues = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

/**
 * Returns the displayed number of a list item, by the `type` of HTML's `ol` (1, a, A, i, I), with
 * no full stop or bracket. Letters and Roman numerals have no zero: outside them it is decimal
 * (CSS Counter Styles 3, §6).
 */
export function listNumber(value: number, type: string): string {
  if (value < 1) return String(value)
  if (type === 'a') return lettersOf(value)
  if (type === 'A') return lettersOf(value).toUpperCase()
  if (type === 'i' && value < 4000) return romanOf(value)
  if (type === 'I' && value < 4000) return romanOf(value).toUpperCase()
  return String(value)
}

function lettersOf(value: number): string {
  let letters = ''
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCodePoint(97 + ((rest - 1) % 26)) + letters
  }
  return letters
}

function romanOf(value: number): string {
  let rest = value
  let numeral = ''
  for (const [worth, sign] of romanValues) {
    while (rest >= worth) {
      numeral += sign
      rest -= worth
    }
  }
  return numeral
}

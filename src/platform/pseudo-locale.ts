import { TYPE } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/**
 * A message whose letters are Arabic and whose text is 40 % longer, with its arguments and plurals
 * intact: what it breaks, a right-to-left language would break.
 */
export function pseudoMessage(source: string): Element[] {
  return new IntlMessageFormat(source, 'en', undefined, { ignoreTag: true }).getAst().map(disguise)
}

const latin = 'abcdefghijklmnopqrstuvwxyz'
const arabic = 'ابجدهوزحطيكلمنسعفصقرشتثخذض'

/** Literals are text; those with options (plural, select) hold messages in their turn. */
function disguise(element: Element): Element {
  if (element.type === TYPE.literal) return { ...element, value: disguiseText(element.value) }
  if (!('options' in element)) return element
  const options = Object.fromEntries(
    Object.entries(element.options).map(([name, option]) => [
      name,
      { ...option, value: option.value.map(disguise) },
    ]),
  )
  return Object.assign({}, element, { options })
}

function disguiseText(text: string): string {
  const letters = Array.from(text).map(
    (letter) => arabic[latin.indexOf(letter.toLowerCase())] ?? letter,
  )
  const words = text.trim().length
  return (
    letters.join('') + (words > 3 ? ` ${arabic.repeat(9).slice(0, Math.ceil(words * 0.4))}` : '')
  )
}

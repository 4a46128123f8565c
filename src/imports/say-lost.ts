import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Lost = { what: string; count: number }

/** By what a reader calls it in `dropped`; those that need to name it are in `sayNamed`. */
const known = {
  script: 'lost-script',
  'javascript: link': 'lost-script',
  style: 'lost-style',
  hr: 'lost-rule',
  comment: 'lost-comment',
  'event handler': 'lost-handler',
  'style attribute': 'lost-style-attribute',
  'merged cells': 'lost-merged',
  'hidden element': 'lost-hidden',
  'hidden text': 'lost-hidden',
  'empty heading': 'lost-empty',
  'empty list item': 'lost-empty',
  'empty paragraph': 'lost-empty',
  'empty note': 'lost-empty',
  'empty table': 'lost-empty',
  'internal link': 'lost-internal-link',
  'relative link': 'lost-relative-link',
  'image without alternative': 'lost-picture',
  'picture on another site': 'lost-picture-elsewhere',
  'picture outside of its folder': 'lost-picture-outside',
  'picture that was not sent': 'lost-picture-not-sent',
  'picture of another kind': 'lost-picture-kind',
  'picture too large': 'lost-picture-large',
  'drawing without end': 'lost-drawing-endless',
  'picture too many': 'lost-picture-many',
  'broken picture': 'lost-picture-broken',
  'picture within words': 'lost-picture-within',
  'further picture of a figure': 'lost-picture-further',
  'picture without a file': 'lost-picture-fileless',
  'part of a drawing': 'lost-drawing-part',
  'file that the document does not show': 'lost-file',
  'malformed language': 'lost-language',
  'note reference in the title': 'lost-note-in-title',
  'note without a reference': 'lost-note',
  'text box': 'lost-text-box',
  drawing: 'lost-drawing',
  'line of a table of contents': 'lost-contents',
  'number of another script': 'lost-number',
  'frame around words': 'lost-frame',
  'entry of the front matter': 'lost-front-entry',
  header: 'lost-header',
  footer: 'lost-header',
  'tracked insertion, kept': 'lost-insertion',
  'tracked deletion': 'lost-deletion',
  'tracked move': 'lost-move',
  equation: 'lost-equation',
  'unknown symbol': 'lost-symbol',
} as const

const named = {
  'lost-embedded': wordsOf(`template iframe frameset noframes noembed object embed applet`),
  'lost-form': wordsOf(`form input button select textarea datalist progress meter output`),
  'lost-media': wordsOf(`svg math canvas video audio map`),
} as const

/** What was left out and why, in a sentence; null for what no sentence is known for. */
export function sayLost(locale: Locale, { what, count }: Lost): string | null {
  const say = words(locale)
  if (what === 'title of the front matter') return say('lost-front-title')
  if (isKnown(what)) return say(known[what], { count })
  return sayNamed(locale, { what, count })
}

function sayNamed(locale: Locale, { what, count }: Lost): string | null {
  const say = words(locale)
  const [, formatting] = /^formatting of (.+)$/.exec(what) ?? []
  if (formatting) return say('lost-formatting', { count, name: formatting })
  const [, scheme] = /^(.+): link$/.exec(what) ?? []
  if (scheme) return say('lost-other-link', { count, name: scheme })
  if (/^embedded (?:document|object)$/.test(what)) {
    return say('lost-embedded', { count, name: what.replace('embedded ', '') })
  }
  const [, element] = /^element (.+)$/.exec(what) ?? []
  if (element) return say('lost-element', { count, name: element })
  for (const key of ['lost-embedded', 'lost-form', 'lost-media'] as const) {
    if (named[key].has(what)) return say(key, { count, name: what })
  }
  return null
}

function isKnown(what: string): what is keyof typeof known {
  return Object.hasOwn(known, what)
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

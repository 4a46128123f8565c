import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from '../../test/properties.ts'

import { redline } from './redline.ts'

/** Writes a redline on one line: [-removed-]{+inserted+}, ~ where it is typography. */
function shown(oldText: string, newText: string): string {
  return redline(oldText, newText)
    .map(({ op, text, note }) => {
      const mark = note === undefined ? '' : '~'
      if (op === 'same') return text
      return op === 'del' ? `[-${text}${mark}-]` : `{+${text}${mark}+}`
    })
    .join('')
}

test('a change is shown word by word, what goes before what comes', () => {
  assert.equal(
    shown(
      'Le ministre peut décider de la publication.',
      'Le ministre doit décider de la publication en ligne.',
    ),
    'Le ministre [-peut-]{+doit+} décider de la publication{+ en ligne+}.',
  )
})

test('numbers, ordinals and words with apostrophes are never split', () => {
  assert.equal(
    shown(
      'n° 78-753 de la loi qui fixe 1,5 dans tous les cas à l’aîné',
      'n° 78-754 de la loi qui fixe 1,6 dans tous les cas à l’été',
    ),
    'n° [-78-753-]{+78-754+} de la loi qui fixe [-1,5-]{+1,6+} dans tous les cas à [-l’aîné-]{+l’été+}',
  )
  assert.equal(shown('au 2° dit-il', 'au 3° dit-elle'), '[-au 2° dit-il-]{+au 3° dit-elle+}')
  assert.equal(
    shown('10\u00A0000 euros', '12\u00A0000 euros'),
    '[-10\u00A0000-]{+12\u00A0000+} euros',
  )
})

test('one or two words left between two changes are part of the change', () => {
  assert.equal(
    shown('a b c d e f g h i j', 'a b x d y f g h i j'),
    'a b [-c d e-]{+x d y+} f g h i j',
  )
  assert.equal(
    shown('1° le a ;\n2° le b.', '1° le x ;\n2° le y.'),
    '1° le [-a-]{+x+} ;\n2° le [-b-]{+y+}.',
  )
})

test('two words that are longer than either change beside them stay', () => {
  assert.equal(
    shown(
      'Les fruits des choses sujettes à rapport ne sont dus qu’à compter du décès.',
      'Les fruits des choses sujettes à rapport sont dus à compter du décès.',
    ),
    'Les fruits des choses sujettes à rapport [-ne -]sont dus [-qu’à-]{+à+} compter du décès.',
  )
  assert.equal(
    shown(
      'Les deux enfants précédents viennent alors à la succession.',
      'Les deux vrais enfants et petits-enfants viennent alors à la succession.',
    ),
    'Les deux [-enfants précédents-]{+vrais enfants et petits-enfants+} viennent alors à la succession.',
  )
})

test('a sentence that keeps less than half is shown whole, old then new', () => {
  const old = 'Les bases de données du service sont publiées en ligne sans délai ni frais.'
  const now = 'Les maires et les élus publient leurs bases de données du service de gestion.'
  assert.equal(
    shown(`Le reste demeure. ${old}`, `Le reste demeure. ${now}`),
    `Le reste demeure. [-${old}-]{+${now}+}`,
  )
})

test('a sentence that is only cut or only grows is not rewritten', () => {
  assert.equal(
    shown('Il décide.', 'Il décide seul, après avis de la commission.'),
    'Il décide{+ seul, après avis de la commission+}.',
  )
})

test('changes of spaces, quotation marks and apostrophes are noted as typography', () => {
  assert.equal(shown("L'Etat :", 'L’Etat\u00A0:'), "[-L'Etat ~-]{+L’Etat\u00A0~+}:")
  assert.equal(shown('l’ordonnance n°58', 'l’ordonnance n° 58'), 'l’ordonnance n°{+ ~+}58')
  assert.equal(
    shown('dit "oui" ici', 'dit «\u00A0oui\u00A0» ici'),
    'dit [-"~-]{+«\u00A0~+}oui[-"~-]{+\u00A0»~+} ici',
  )
  assert.equal(shown('“oui” dit-il', '«oui» dit-il'), '[-“~-]{+«~+}oui[-”~-]{+»~+} dit-il')
  assert.equal(shown('mot: fin', 'mot\u00A0: fin'), 'mot{+\u00A0~+}: fin')
  assert.equal(shown('un mot', 'un mots'), 'un [-mot-]{+mots+}')
  assert.equal(shown('un deux', 'undeux'), '[-un deux-]{+undeux+}')
  assert.equal(shown('a b', 'a\nb'), 'a[- -]{+\n+}b')
})

test('equal texts have one run, empty texts have none', () => {
  assert.deepEqual(redline('a b', 'a b'), [{ op: 'same', text: 'a b' }])
  assert.deepEqual(redline('', ''), [])
  assert.deepEqual(redline('', 'a'), [{ op: 'ins', text: 'a' }])
})

test('long texts are compared by sentences first, and their changed sentences by words', () => {
  const lines = Array.from(
    { length: 600 },
    (_, index) => `L’article ${index} de la loi est abrogé.`,
  )
  const old = lines.join('\n')
  const now = [...lines.slice(0, 100), 'Un ajout.', ...lines.slice(100).toReversed()].join('\n')
  const runs = redline(old, now.replace('article 7 ', 'article\u00A07 '))
  assert.ok(runs.some(({ note }) => note === 'typography'))
  assert.ok(runs.some(({ op, text }) => op === 'ins' && text.startsWith('Un ajout.')))
  assert.equal(runs.map(({ op, text }) => (op === 'ins' ? '' : text)).join(''), old)
})

test('two long texts with nothing in common are shown one after the other', () => {
  const old = 'mot '.repeat(20_000)
  const now = Array.from({ length: 20_000 }, (_, index) => `x${index}`).join(' ')
  assert.deepEqual(redline(old, now), [
    { op: 'del', text: old },
    { op: 'ins', text: now },
  ])
})

const scraps = fc.constantFrom(
  ...'le |la |un |mot| |\u00A0|. |Le |« | »|"|’|\'|\n|78-753|🙂'.split('|'),
)
const texts = fc.oneof(
  fc.array(scraps, { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'binary' }),
)

test('any redline gives both texts back to the letter, del before ins', () => {
  fc.assert(
    fc.property(texts, texts, (oldText, newText) => {
      const runs = redline(oldText, newText)
      const joined = (without: string): string =>
        runs.map(({ op, text }) => (op === without ? '' : text)).join('')
      assert.equal(joined('ins'), oldText)
      assert.equal(joined('del'), newText)
      assert.ok(runs.every(({ text }) => text !== ''))
      const order = runs.map(({ op }) => op.at(0)).join('')
      assert.match(order, /^(?:(?:di?|i)?s)*(?:di?|i)?$/)
    }),
    { numRuns: 2000 },
  )
})

test('what was added or taken out begins where a reader would say that it does', () => {
  assert.equal(
    shown('Le maire signe. Le maire dort.', 'Le maire signe. Le maire lit. Le maire dort.'),
    'Le maire signe. {+Le maire lit. +}Le maire dort.',
  )
  assert.equal(
    shown('Un mot. Un autre. Un dernier mot.', 'Un mot. Un dernier mot.'),
    'Un mot. [-Un autre. -]Un dernier mot.',
  )
  assert.equal(
    shown('Le rapport est public.', 'Le rapport est public. Il est court.'),
    'Le rapport est public.{+ Il est court.+}',
  )
})

test('a word that stands between two additions stays, between two others it goes with them', () => {
  assert.equal(
    shown('Il est interdit de fumer.', 'Il lui est également interdit de fumer.'),
    'Il {+lui +}est {+également +}interdit de fumer.',
  )
  assert.equal(
    shown('La liste de la régie est tenue à jour.', 'La carte de la ville est tenue à jour.'),
    'La [-liste de la régie-]{+carte de la ville+} est tenue à jour.',
  )
})

test('of all words that both have, those are shown that stand together', () => {
  const old = 'Le rapport d’une commission ou d’un service est remis au maire de la ville.'
  const now =
    'Le rapport d’une commission est remis au maire de la ville. Il est lu au conseil, remis aux élus de la ville et publié.'
  assert.equal(
    shown(old, now),
    'Le rapport d’une commission [-ou d’un service -]est remis au maire de la ville.{+ Il est lu au conseil, remis aux élus de la ville et publié.+}',
  )
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import * as fc from '../../test/properties.ts'

import { sharedData } from '../../test/shared-data.ts'
import { parseHtml } from './parse-html.ts'
import { numberSentences, splitSentences } from './sentences.ts'

function split(text: string, lang = 'fr'): string[] {
  return splitSentences(text, lang).map(({ start, end }) => text.slice(start, end))
}

/** Writes the breaks as bars, so that a test reads as the text does. */
function assertSplit(marked: string, lang = 'fr'): void {
  const expected = marked.split('|')
  assert.deepEqual(split(expected.join(''), lang), expected)
}

test('white space after a sentence belongs to it', () => {
  assertSplit('Un décret fixe la liste. |Il est pris en Conseil d’Etat.\u00A0|A défaut, rien.')
})

test('titles, initials and abbreviations do not end a sentence', () => {
  assertSplit('M. Dupont, Mme. Durand et MM. J.-B. Say et V. Hugo siègent. |Ils votent.')
  assertSplit('Voir l’art. 5, al. 3, p. 12 et vol. II, cf. Dalloz. |Puis l’éd. Gallimard.')
  assertSplit('The hon. Mr. Smith met Dr. Jones, e.g. No. 5 vs. U.S. Steel. |No. |He left.', 'en')
  assertSplit('El Sr. D. Juan y la Sra. Pérez leen la pág. 3 y el núm. 4. |Fin.', 'es')
  assertSplit('O Sr. Silva e a Dra. Lima leem o n.º 5, pág. 7. |Fim.', 'pt')
})

test('numbers of laws and of articles are not cut', () => {
  assertSplit(
    'La loi n° 78-753 vise les articles L. 212-2 et R. 123. |Le taux est de 1,5 ou 1.500 €.',
  )
  assertSplit('L’article L. O. 176 du code. |Le décret suit.')
})

test('a Roman numeral or a letter that is a reference may end a sentence', () => {
  assertSplit('Il est soumis au I. |Un décret le précise.')
  assertSplit('Voir l’annexe A. |Le ministre décide de l’article 16 A. |Il signe.')
})

test('the marker of an item stays with its sentence', () => {
  assertSplit('I. Les alinéas. |II. - Le reste. |III.')
  assertSplit('« Art. 40-2. - Sauf stipulation contraire, rien. |Il autorise tout. »')
  assertSplit('«\u00A0I. I. Pour les besoins. |1. Premier. |2° Second. |Article 3. Le titre.')
})

test('a line break always ends a sentence', () => {
  assertSplit('Il faut :\n|1°\u00A0les documents ;\n|a) Dont M.\n|Dupont.')
})

test('what closes a quotation stays with it, and lower case goes on', () => {
  assertSplit('«\u00A0Il autorise.\u00A0» ; puis.\u00A0»\u00A0|«\u00A0Le reste. |Voilà.\u00A0»')
  assertSplit('«\u00A0Pourquoi\u00A0?\u00A0» demande-t-il. |Rien.')
  assertSplit('Arrêtez ! dit le Président. |Il suspend (la séance. |Elle reprend.) |Fin.')
})

test('Arabic sentences end at their own signs', () => {
  assertSplit('هل هذا ممكن؟ |نعم.', 'ar')
})

test('white space on its own is no sentence', () => {
  assertSplit(' \n Un. \n \n|Deux.')
  assert.deepEqual(split(''), [])
  assert.deepEqual(split(' \n'), [' \n'])
})

test('signs alone are no sentence, but where they are a whole line', () => {
  assertSplit('C’est dit. 🙂\n|***\n|Fin. |(…) La suite. » …')
})

test('an ellipsis within a word ends nothing', () => {
  assertSplit('Le mot…Clé est faux. |Bien… |Il le sait.')
})

test('a language that is no language is refused', () => {
  assert.throws(() => splitSentences('a', 'fr_FR'), RangeError)
})

test('the sentences of a new block are numbered from 1', () => {
  assert.deepEqual(numberSentences('Un. Deux.', 'fr'), {
    sentences: [
      { n: 1, start: 0, end: 4 },
      { n: 2, start: 4, end: 9 },
    ],
    nextSentence: 3,
  })
})

const scraps = fc.constantFrom(
  ...(
    '. |? |!|\n| |\u00A0|« | »|M.|L.|I. |1° |a) |Le |mot|etc.|…|;|2.5|🙂|\t|كلمة|؟|)|"|[|(|]|J.|art. |12 |1|' +
    'U.S. |X... |-|– |É|e|د. |\u200B|\u0301|\uD800|\u202B|http://a.b/|’|٣|。|...'
  ).split('|'),
)
const anyTexts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(scraps).map((all) => all.join('')),
)

test('the sentences of any text are contiguous, cover it and none is empty', () => {
  fc.assert(
    fc.property(anyTexts, fc.constantFrom('fr', 'en', 'es', 'pt', 'ar'), (text, lang) => {
      const parts = split(text, lang)
      assert.equal(parts.join(''), text)
      assert.ok(parts.every((part) => part !== '' && (part.trim() !== '' || text.trim() === '')))
    }),
    { numRuns: 2000 },
  )
})

test('no number and no character is cut, and every line break cuts', () => {
  fc.assert(
    fc.property(anyTexts, (text) => {
      for (const { end } of splitSentences(text, 'fr').slice(0, -1)) {
        const [before, after] = [text.slice(0, end), text.slice(end)]
        assert.doesNotMatch(before.slice(-2) + after.slice(0, 1), /\p{N}[.,]?\p{N}$/u)
        assert.ok(text.codePointAt(end - 1) === text.charCodeAt(end - 1), 'a pair is whole')
      }
      for (const part of split(text)) assert.doesNotMatch(part.trim(), /\n/u)
    }),
    { numRuns: 2000 },
  )
})

test('a sentence on its own is one sentence', () => {
  fc.assert(
    fc.property(anyTexts, (text) => {
      for (const part of split(text)) assert.deepEqual(split(part), [part])
    }),
    { numRuns: 2000 },
  )
})

const bill = sharedData('republique-numerique/bill.html')

test(
  'the articles of the bill are cut where a lawyer cuts them',
  { skip: bill === null && 'needs SHARED_DATA' },
  () => {
    const { blocks } = parseHtml(readFileSync(bill ?? '', 'utf8'))
    const all = blocks.map(({ text }) => split(text))
    assert.equal(all.flat().length, 338)
    for (const sentence of all.flatMap((sentences) => sentences.slice(1))) {
      assert.match(sentence, /^(?:[«\s]*\p{Lu}|\d+°|[a-z]\)|- )/u)
    }
  },
)

import { makeRandom } from '../scripts/bench/statistics.ts'

/*
 * Texts that nobody writes and anybody may send. The same ones in every run.
 */

const million = 1_000_000

/** `source`: a document; `edited`: the same with a few changes, as an edition after it might be. */
export type HostileText = { source: string; edited: string }

/** Each made when it is asked for, of so many UTF-16 units where it is a long one. */
export const hostileTexts: Record<string, (units?: number) => HostileText> = {
  'a million random bytes, as Latin-1': (units = million) =>
    editAnywhere(randomUnits(units, 0x1_00)),
  'a million random UTF-16 units, lone surrogates among them': (units = million) =>
    editAnywhere(randomUnits(units, 0x1_00_00)),
  'lone surrogates between words': (units = million) =>
    editAnywhere(repeat('mot \ud83d\n\n\udc4d autre \udfff\ud800 fin.\n\n', units)),
  '1 MB without a space': (units = million) => editAnywhere(randomWord(units)),
  '1 MB of one letter': (units = million) => editAnywhere('a'.repeat(units)),
  '1 MB of marks on one letter': (units = million) =>
    editAnywhere(`a${repeat('\u0301\u0316', units)}`),
  '50,000 equal paragraphs': (units = million) => {
    const paragraph = 'Chaque mot est dit.\n\n'
    const count = Math.round(units / 20)
    const [source, fewer] = [paragraph.repeat(count), paragraph.repeat(count - 7)]
    return { source, edited: `${fewer}Un mot est dit.\n\n${paragraph.repeat(3)}` }
  },
  '50,000 short paragraphs in another order': (units = million) => {
    const random = makeRandom(11)
    const said = Array.from(
      { length: Math.round(units / 20) },
      () => `${draw(random)} ${draw(random)}.`,
    )
    return { source: said.join('\n\n'), edited: said.toReversed().join('\n\n') }
  },
  'zero-width characters within words': (units = million) =>
    editAnywhere(repeat('pa\u200bro\u200dle \ufeffdon\u00adn\u2060ée\u200c. ', units)),
  'bidirectional characters': (units = million) =>
    editAnywhere(
      repeat('\u202eabc \u2067\u0645\u0627\u062f\u0629 1\u2069 \u200fdef\u202c\u061c. ', units),
    ),
}

/** A letter put in, some taken out and a stretch said elsewhere, each once. */
function editAnywhere(source: string): HostileText {
  const at = (part: number) => Math.floor(source.length * part)
  const moved = source.slice(at(0.5), at(0.5) + 100)
  const edited = [
    source.slice(0, at(0.1)),
    'x',
    source.slice(at(0.1), at(0.3)),
    source.slice(at(0.3) + 20, at(0.5)),
    source.slice(at(0.5) + 100, at(0.8)),
    moved,
    source.slice(at(0.8)),
  ]
  return { source, edited: edited.join('') }
}

function randomUnits(count: number, below: number): string {
  const random = makeRandom(5)
  return join(count, () => Math.floor(random() * below))
}

function randomWord(count: number): string {
  const random = makeRandom(7)
  return join(count, () => 0x61 + Math.floor(random() * 26))
}

function join(count: number, unit: () => number): string {
  return Array.from({ length: count }, () => String.fromCharCode(unit())).join('')
}

/** From a hundred words: neighbours that are equal by chance come often. */
function draw(random: () => number): string {
  return `mot${Math.floor(random() * 100)}`
}

function repeat(text: string, units: number): string {
  return text.repeat(Math.ceil(units / text.length))
}

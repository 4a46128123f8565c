const found = { test: 'src/text/find-close.test.ts' }
const edited = { test: 'src/text/carry-edits.test.ts' }
const carried = { test: 'src/text/carry.test.ts' }

/** Ways to break where a passage of one text stands in another. */
export const passageMutants = [
  {
    name: 'anchors: a place with more errors than asked for',
    file: 'src/text/find-close.ts',
    replace: 'while (last > 0 && uintAt(column.costs, last) > most) last -= 1',
    by: 'while (last > 0 && uintAt(column.costs, last) > most + 1) last -= 1',
    guard: found,
  },
  {
    name: 'anchors: any paragraph of the section will do',
    file: 'src/text/carry.ts',
    replace: 'const mostOfLong = 0.25',
    by: 'const mostOfLong = 0.9',
    guard: edited,
  },
  {
    name: 'anchors: of two that are as good one is guessed',
    file: 'src/text/carry.ts',
    replace: 'const isClear = next === undefined || next.errors - best.errors >= leastLead',
    by: 'const isClear = true as boolean',
    guard: carried,
  },
  {
    name: 'anchors: a short quote needs no context',
    file: 'src/text/place-quote.ts',
    replace: "short: words.trim().split(' ').length <= shortWords",
    by: 'short: false',
    guard: carried,
  },
  {
    name: 'anchors: an edited quote ends within a word',
    file: 'src/text/place-quote.ts',
    replace: 'if (errors > 0) {',
    by: 'if (errors > 9) {',
    guard: carried,
  },
  {
    name: 'anchors: typography makes another quote of it',
    file: 'src/text/place-quote.ts',
    replace: `.replace(/[‘’‛ʼ′]/g, "'")`,
    by: '',
    guard: carried,
  },
  {
    name: 'anchors: a common phrase is anywhere where it is said',
    file: 'src/text/carry.ts',
    replace: 'findIn(places, withItsSentence(quote), known)',
    by: 'findIn(places, quote, known)',
    guard: carried,
  },
  {
    name: 'anchors: a sentence is known by its neighbours only',
    file: 'src/text/place-quote.ts',
    replace: "const after = isEnded ? '' : (",
    by: 'const after = (',
    guard: carried,
  },
  {
    name: 'anchors: an edited passage loses its first words to an addition',
    file: 'src/text/reworded-place.ts',
    replace: 'return isWhole && isOwn ?',
    by: 'return isWhole && !isOwn ?',
    guard: carried,
  },
  {
    name: 'anchors: a passage into which much was put in is called gone',
    file: 'src/text/carry.ts',
    replace: 'const place = quote.short ? null : rewordedPlace(texts, passage)',
    by: 'const place = null as ReturnType<typeof rewordedPlace>',
    guard: carried,
  },
  {
    name: 'anchors: any word that is left is the passage',
    file: 'src/text/reworded-place.ts',
    replace: 'if (!followed || followed.kept < leastOwn) return null',
    by: 'if (!followed) return null',
    guard: carried,
  },
  {
    name: 'anchors: the full stop after reworded words is taken for theirs',
    file: 'src/text/follow-words.ts',
    replace: 'after.slice(0, at).endsWith(tail) ? at - tail.length : at',
    by: 'at',
    guard: { test: 'src/text/follow-words.test.ts', only: 'signs that stood around' },
  },
  {
    name: 'anchors: a quotation mark before reworded words is taken for theirs',
    file: 'src/text/follow-words.ts',
    replace: 'after.startsWith(lead, at) ? at + lead.length : at',
    by: 'at',
    guard: { test: 'src/text/follow-words.test.ts', only: 'signs that stood around' },
  },
]

const tables = { test: 'src/text/sentence-tables.test.ts' }
const unicode = { test: 'src/text/unicode-sentences.test.ts' }
const rules = { test: 'src/text/sentences.test.ts' }

/** Ways to part sentences where no reader parts them. */
export const sentenceMutants = [
  {
    name: 'sentences: full stops before a small letter end them',
    file: 'src/text/unicode-sentences.ts',
    replace: "if (follows(lowerNext, line, skip(noLetterRun, line, end))) return 'lower-case'",
    by: '',
    guard: unicode,
  },
  {
    name: 'sentences: a capital after a full stop and a letter is not looked for',
    file: 'src/text/unicode-sentences.ts',
    replace: 'if (!isExtend.test(character)) return startsWithLetter.test(character)',
    by: 'return startsWithLetter.test(character)',
    guard: unicode,
  },
  {
    name: 'sentences: a long run of invisible characters is too much for the stack',
    file: 'src/text/unicode-sentences.ts',
    replace: '){1,500}`',
    by: ')+`',
    guard: unicode,
  },
  {
    name: 'sentences: signs of other scripts are passed over',
    file: 'src/text/unicode-sentences.ts',
    replace: '\\u0589\\u061D-\\u061F',
    by: '\\u0589\\u061D-\\u061E',
    guard: unicode,
  },
  {
    name: 'sentences: an ellipsis ends them within a word',
    file: 'src/text/sentence-breaks.ts',
    replace: "return rule === 'ellipsis' || isWithinWord",
    by: 'return isWithinWord',
    guard: rules,
  },
  {
    name: 'sentences: addresses are cut',
    file: 'src/text/sentence-breaks.ts',
    replace: 'if (/[/@]|www\\./iu.test(token)) return true',
    by: '',
    guard: tables,
  },
  {
    name: 'sentences: the number of a note begins the next',
    file: 'src/text/sentence-breaks.ts',
    replace: 'return isSpace(line, closed - 1) ? closed : closed + match(note, line, closed)',
    by: 'return closed',
    guard: tables,
  },
  {
    name: 'sentences: numbers are cut',
    file: 'src/text/sentence-breaks.ts',
    replace: "if (rule === 'number') return afterNote(line, at, start)",
    by: "if (rule === 'number') return at + 1",
    guard: rules,
  },
  {
    name: 'sentences: words left out between brackets end them',
    file: 'src/text/sentence-breaks.ts',
    replace: 'if (aside.test(before.slice(-longestAside))) return null',
    by: '',
    guard: tables,
  },
  {
    name: 'sentences: what closes them after a space begins the next',
    file: 'src/text/sentence-breaks.ts',
    replace: 'return from < end ? from : end + match(closing, line, end)',
    by: 'return end',
    guard: tables,
  },
  {
    name: 'sentences: an item does not begin one',
    file: 'src/text/sentence-breaks.ts',
    replace: 'if (match(marker, line, end) > 0) return true',
    by: '',
    guard: tables,
  },
  {
    name: 'sentences: an abbreviation ends them',
    file: 'src/text/sentence-joins.ts',
    replace: 'if (openAbbreviations.has(word)) return true',
    by: '',
    guard: tables,
  },
  {
    name: 'sentences: never end after an abbreviation that may end them',
    file: 'src/text/sentence-joins.ts',
    replace: 'if (innerAbbreviations.has(word)) return !beginsSentence(after)',
    by: 'if (innerAbbreviations.has(word)) return true',
    guard: tables,
  },
  {
    name: 'sentences: an Arabic letter that stands for a title ends them',
    file: 'src/text/sentence-joins.ts',
    replace: 'if (isArabicLetter(word)) return',
    by: "if (word === '') return",
    guard: tables,
  },
  {
    name: 'sentences: a hidden name ends them',
    file: 'src/text/sentence-joins.ts',
    replace: "if (sign === '…') return !beginsSentence(after)",
    by: "if (sign === '…') return false",
    guard: tables,
  },
  {
    name: 'sentences: an article before a name begins one',
    file: 'src/text/sentence-joins.ts',
    replace: "(articles.has(word) && next !== '')",
    by: 'articles.has(word)',
    guard: tables,
  },
  {
    name: 'sentences: signs alone are one',
    file: 'src/text/sentences.ts',
    replace:
      'if (last && !worded && !hasWord(line.slice(seen))) last.end = line.length\n  else ranges',
    by: 'ranges',
    guard: rules,
  },
]

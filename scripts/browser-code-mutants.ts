const redline = { test: 'test/browser/live-redline.test.ts' }
const selecting = (only: string) => ({ test: 'test/browser/select-words.test.ts', only })
const choosing = (only: string) => ({ test: 'test/browser/choose-words.test.ts', only })
const sending = (only: string) => ({ test: 'test/browser/long-forms.test.ts', only })
const keys = (only: string) => ({ test: 'test/browser/passage-keys.test.ts', only })

/** What the browser adds to pages that work without it. */
export const browserCodeMutants = [
  {
    name: 'words chosen: looked for without end where nothing stands before',
    file: 'src/ui/browser/choose-range.ts',
    replace: 'return isWider ? chooseRange(text, wider) : null',
    by: 'return chooseRange(text, wider)',
    guard: { test: 'test/choose-range.test.ts' },
  },
  {
    name: 'browser code: a bundle that is larger than it may be',
    file: 'src/platform/http/scripts.ts',
    replace: 'reading: 15_000,',
    by: 'reading: 1500,',
    guard: { check: 'browser code' },
  },
  {
    name: 'browser code: a bundle that cannot be built',
    file: 'src/reports/browser/reading.ts',
    replace: "'./passage-keys.ts'",
    by: "'./passage-key.ts'",
    guard: { check: 'browser code' },
  },
  {
    name: 'browser code: it brings along what only the server can run',
    file: 'src/contributions/browser/live-redline.ts',
    replace: "'../../text/redline.ts'",
    by: "'../../text/index.ts'",
    guard: { check: 'import direction' },
  },
  {
    name: 'live redline: a table’s row is read as it is typed',
    file: 'src/contributions/browser/live-redline.ts',
    replace: "unit === 'row' ? readRows(wording.value) : wording.value",
    by: 'wording.value',
    guard: redline,
  },
  {
    name: 'selected words: another place than the one that was meant',
    file: 'src/ui/browser/choose-range.ts',
    replace: 'occurrence: places.length > 1 ? at + 1 : null',
    by: 'occurrence: places.length > 1 ? 1 : null',
    guard: { test: 'test/choose-range.test.ts' },
  },
  {
    name: 'selected words: what stands between cells is not counted',
    file: 'src/reports/browser/plain-text.ts',
    replace:
      "if (node instanceof HTMLTableCellElement && node.previousElementSibling) text += '\\t'",
    by: '',
    guard: selecting('a row that is selected'),
  },
  {
    name: 'selected words: keys do not reach what is offered',
    file: 'src/reports/select-words.tsx',
    replace: '<a href="contribution">',
    by: '<a href="contribution" tabindex={-1}>',
    guard: selecting('the links are reached by keys'),
  },
  {
    name: 'choosing words: the field lets no caret move by keys',
    file: 'src/ui/browser/choose-words.ts',
    replace: 'field.readOnly = false',
    by: 'field.readOnly = true',
    guard: choosing('from a passage'),
  },
  {
    name: 'keys: they act while somebody types',
    file: 'src/reports/browser/passage-keys.ts',
    replace: 'target.closest(fields) !== null',
    by: 'false',
    guard: keys('a key with Control'),
  },
  {
    name: 'keys: below the last passage none leads back',
    file: 'src/reports/browser/passage-keys.ts',
    replace: 'onScreen === -1 ? links.length : onScreen',
    by: 'onScreen',
    guard: keys('below the last passage'),
  },
  {
    name: 'keys: a browser that keeps nothing has none',
    file: 'src/reports/browser/passage-keys.ts',
    replace: '  try {\n    return localStorage.getItem(offKey)\n  } catch {\n    return null\n  }',
    by: '  return localStorage.getItem(offKey)',
    guard: keys('where a browser keeps nothing'),
  },
  {
    name: 'keys: the switch is forgotten',
    file: 'src/reports/browser/passage-keys.ts',
    replace: 'wanted.checked = recall() === null',
    by: 'wanted.checked = true',
    guard: keys('the keys are named'),
  },
  {
    name: 'long forms: every click sends the form once more',
    file: 'src/ui/browser/hold-sending.ts',
    replace: 'if (held) event.preventDefault()',
    by: 'if (held) hold(true)',
    guard: sending('what is published'),
  },
  {
    name: 'long forms: nothing says that it is being worked on',
    file: 'src/ui/browser/hold-sending.ts',
    replace: "isHeld ? (note.dataset['sending'] ?? '') : ''",
    by: "''",
    guard: sending('what is published'),
  },
  {
    name: 'long forms: the button that was pressed loses the focus',
    file: 'src/ui/browser/hold-sending.ts',
    replace: "button.setAttribute('aria-disabled', 'true')",
    by: 'button.disabled = true',
    guard: sending('what is published'),
  },
  {
    name: 'long forms: held for ever where the page comes back as it was left',
    file: 'src/ui/browser/hold-sending.ts',
    replace: "addEventListener('pageshow', () => hold(false))",
    by: '',
    guard: sending('a form that comes back'),
  },
  {
    name: 'long forms: held for ever where the browser was told to stop',
    file: 'src/ui/browser/hold-sending.ts',
    replace: 'waiting = setTimeout(hold, longestHeld, false)',
    by: 'waiting = 0',
    guard: sending('a form that comes back'),
  },
  {
    name: 'long forms: without script nobody is told beforehand',
    file: 'src/editions/publication-page.tsx',
    replace: '<TakesTime locale={frame.locale} />',
    by: '{TakesTime && null}',
    guard: sending('without script'),
  },
]

import { isWord, tokensOf } from '../../text/tokens.ts'
import { fillIn } from './attach.ts'
import { chooseRange, fitsAddress, type ChosenWords } from './choose-range.ts'
import { leadToForms } from './lead-to-forms.ts'

/** Milliseconds without a key: a selection that still grows is not read out. */
const untilSaid = 300

/** Opens the passage as a field to select words in; `take` gets them where a button, not a link, ends it. */
export function chooseWords(element: HTMLElement, take?: (chosen: ChosenWords) => void): void {
  const field = element.querySelector('textarea')
  const opener = element.querySelector<HTMLButtonElement>('button[aria-controls]')
  const room = field?.closest<HTMLElement>('[id][hidden]')
  const status = element.querySelector('output')
  const actions = element.querySelector<HTMLElement>('.actions')
  if (!field || !opener || !room || !status || !actions) return
  let chosen: ChosenWords | null = null

  const read = () => {
    const { selectionStart: start, selectionEnd: end, value } = field
    chosen = chooseRange(value, { start, end })
    const long = chosen !== null && !take && !fitsAddress(chosen)
    const said = describe(element.dataset, chosen)
    status.textContent = (long ? element.dataset['long'] : said) ?? ''
    actions.hidden = chosen === null || long
    if (chosen) leadToForms(actions, chosen)
  }
  const open = (opened: boolean) => {
    room.hidden = !opened
    opener.setAttribute('aria-expanded', String(opened))
    ;(opened ? field : opener).focus()
  }
  keepText(field)
  let waiting = 0
  document.addEventListener('selectionchange', () => {
    if (document.activeElement !== field) return
    clearTimeout(waiting)
    waiting = setTimeout(read, untilSaid)
  })
  opener.addEventListener('click', () => open(opener.getAttribute('aria-expanded') === 'false'))
  room.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') open(false)
  })
  actions.querySelector('button')?.addEventListener('click', () => {
    read()
    if (!chosen) return
    take?.(chosen)
    open(false)
  })
  element.hidden = false
}

/**
 * Where a field is read-only, browsers move no caret in it by keys, and Shift with the arrows selects nothing:
 * it is one that can be written in, and refuses to be.
 */
function keepText(field: HTMLTextAreaElement): void {
  const { value } = field
  field.readOnly = false
  field.setAttribute('aria-readonly', 'true')
  // No keyboard comes up over the passage on a touch screen.
  field.inputMode = 'none'
  field.addEventListener('beforeinput', (event) => event.preventDefault())
  // What an input method composes cannot be refused beforehand.
  field.addEventListener('input', () => (field.value = value))
}

function describe({ said, none }: DOMStringMap, chosen: ChosenWords | null): string | undefined {
  if (!chosen) return none
  const { words } = chosen
  return fillIn(said, { words: shorten(words), count: tokensOf(words).filter(isWord).length })
}

/** A whole page is not read out: how it begins and ends tells what was chosen. */
function shorten(words: string): string {
  return words.length <= 160 ? words : `${words.slice(0, 90)} […] ${words.slice(-60)}`
}

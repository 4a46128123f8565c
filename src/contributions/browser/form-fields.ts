import { hiddenOccurrence } from './take-words.ts'

/** What is typed, ticked and chosen in a form: by the names of its controls, nothing of what is left empty. */
export type Fields = Record<string, string[]>

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Those that hold words, in the order in which one recognises a text by them. */
const wordsIn = ['title', 'body', 'explanation', 'wording', 'link', 'place', 'words']

/** Numbers that mean something in one edition only. */
const numbered = new Set(['sentence', 'occurrence'])

/** As the form stands now. */
export function readTyped(form: HTMLFormElement): Fields {
  return gather(form, (control) => {
    if (isTick(control)) return control.checked ? control.value : ''
    return control.value
  })
}

/** As the form came from the server. */
export function readGiven(form: HTMLFormElement): Fields {
  return gather(form, (control) => {
    if (isTick(control)) return control.defaultChecked ? control.value : ''
    if (control instanceof HTMLSelectElement)
      return [...control.options].find(({ defaultSelected }) => defaultSelected)?.value ?? ''
    return control.type === 'hidden' ? '' : control.defaultValue
  })
}

/** Puts a text into the form, in place of what stands there; of another edition, without its numbers. */
export function writeTyped(form: HTMLFormElement, fields: Fields, sameEdition: boolean): void {
  const taken = (name: string) => (sameEdition || !numbered.has(name) ? (fields[name] ?? []) : [])
  for (const control of controlsOf(form)) {
    const values = taken(control.name)
    if (isTick(control)) control.checked = values.includes(control.value)
    else if (!(control instanceof HTMLSelectElement) || values.length > 0)
      control.value = values[0] ?? ''
    if (values.length > 0) control.closest('details')?.setAttribute('open', '')
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const [occurrence] = taken('occurrence')
  if (occurrence === undefined) return
  // Last: words that are typed anew forget which of their places was meant.
  form.querySelector('textarea[name=words]')?.after(hiddenOccurrence(Number(occurrence)))
}

/** Spaces apart, which the server may set otherwise. */
export function isSame(one: Fields, other: Fields): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => withoutSpaces(one[name]) === withoutSpaces(other[name]))
}

function withoutSpaces(values: string[] = []): string {
  return values.join(',').replaceAll(/[\s\p{Cc}]/gu, '')
}

/** Of the first field that holds any; empty where none does. */
export function firstWords(fields: Fields): string {
  const text = wordsIn.map((name) => fields[name]?.[0]?.trim() ?? '').find((words) => words !== '')
  const line = (text ?? '').replaceAll(/\s+/gu, ' ')
  return line.length > 120
    ? `${line.slice(0, line.lastIndexOf(' ', 120) + 1 || 120).trim()}…`
    : line
}

/** Where one goes on writing. */
export function firstField(form: HTMLFormElement): HTMLElement | undefined {
  return controlsOf(form).find((control) => control.name !== 'words' && isWritten(control))
}

function isWritten(control: Control): boolean {
  return wordsIn.includes(control.name) && control.value !== ''
}

function gather(form: HTMLFormElement, read: (control: Control) => string): Fields {
  const fields: Fields = {}
  for (const control of controlsOf(form)) {
    const value = read(control)
    if (value !== '') (fields[control.name] ??= []).push(value)
  }
  return fields
}

/** Not what the form brought to be sent back, but for the place of words that script put there. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      // Who somebody is stays in no browser.
      element.name !== 'trueName' &&
      // Files are with the server as soon as they are sent, and what is said of them in its draft.
      element.type !== 'file' &&
      !element.name.startsWith('attachment') &&
      (element.type !== 'hidden' || element.name === 'occurrence'),
  )
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio'
}

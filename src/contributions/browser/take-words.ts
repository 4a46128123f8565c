import type { ChosenWords } from '../../ui/browser/choose-range.ts'
import { chooseWords } from '../../ui/browser/choose-words.ts'

/** Puts the words that were chosen into the form, with which of their places is meant. */
export function takeWords(element: HTMLElement): void {
  const part = element.closest('.choose-part')
  const field = part?.querySelector<HTMLTextAreaElement>('[name=words]')
  if (!part || !field) return
  const forget = () => {
    // Also what the server asked: of other words, it would choose another place.
    part.querySelector('[name=occurrence]')?.closest('fieldset')?.remove()
    for (const named of part.querySelectorAll('[name=occurrence]')) named.remove()
  }
  chooseWords(element, ({ words, occurrence }: ChosenWords) => {
    field.value = words
    field.dispatchEvent(new Event('input', { bubbles: true }))
    if (occurrence !== null) field.after(hiddenOccurrence(occurrence))
  })
  field.addEventListener('input', forget)
}

/** Which of the places of the words is meant. */
export function hiddenOccurrence(occurrence: number): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'hidden'
  input.name = 'occurrence'
  input.value = String(occurrence)
  return input
}

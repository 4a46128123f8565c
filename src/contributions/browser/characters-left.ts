import { fillIn } from '../../ui/browser/attach.ts'

/** Milliseconds without a key: a count is not read out while somebody types. */
const untilSaid = 700

/** Of the limit: what is left is said from there on. */
const nearLimit = 0.1

/** Says how many characters are left of what a field may hold, or are too many, counted as the server does. */
export function sayCharactersLeft(element: HTMLElement): void {
  if (!(element instanceof HTMLOutputElement)) return
  const field = document.getElementById(element.htmlFor.value)
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
  const { limit, left, over } = element.dataset
  const most = Number(limit)
  const say = () => {
    const count = most - field.value.trim().length
    const sentence = count < 0 ? over : left
    element.textContent =
      count > most * nearLimit ? '' : fillIn(sentence, { count: Math.abs(count) })
  }
  let waiting = 0
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(say, untilSaid)
  })
  say()
}

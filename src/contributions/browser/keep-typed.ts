import { firstField, firstWords, isSame, readGiven, readTyped, writeTyped } from './form-fields.ts'
import {
  canKeep,
  forgetText,
  heedSignOut,
  listTexts,
  saveText,
  setAside,
  type KeptText,
} from './kept-texts.ts'
import { drawNotice } from './unsent-notice.ts'

/** Milliseconds without a key, after which what was typed is kept. */
const untilKept = 400

/** A form that is written in. */
type Desk = {
  template: HTMLTemplateElement
  form: HTMLFormElement
  key: HTMLInputElement
  writer: string
  place: string
  of: string
  /** What the form came with can be got again from the server. */
  safe: boolean
  /** Says that what is typed is kept; within it what became of it. */
  note: HTMLElement
  status: HTMLElement
}

/**
 * Keeps what is typed into the form until it is sent, and offers what was typed into it before. A browser
 * that keeps nothing is told nothing.
 */
export function keepTyped(template: HTMLElement): void {
  const desk = openDesk(template)
  if (!desk || !canKeep()) return
  heedSignOut()
  desk.form.append(desk.note)
  forgetWhatIsSafe(desk)
  offer(desk)
  keepWhatIsTyped(desk)
  sayWhenOffline(desk)
}

function openDesk(template: HTMLElement): Desk | null {
  const form = template.closest('form')
  const key = form?.querySelector<HTMLInputElement>('input[name=key]')
  if (!(template instanceof HTMLTemplateElement) || !form || !key) return null
  const drawn = document.importNode(template.content, true)
  const note = drawn.querySelector<HTMLElement>('.keeping')
  const status = note?.querySelector('output')
  if (!note || !status) return null
  const { writer = '', safe } = template.dataset
  const of = editionOf(form)
  const place = placeOf(form)
  return { template, form, key, writer, place, of, safe: safe === 'yes', note, status }
}

/** The edition that its numbers are of; of a revision, the one that was read. */
function editionOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('[name=edition], [name=revision]')?.value ?? ''
}

/** What the form speaks of, and in which kind: the same in every language. */
function placeOf(form: HTMLFormElement): string {
  const path = (form.getAttribute('action') ?? '').replace(/^\/[^/]+/, '')
  const chosen = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')]
    .filter(({ name }) => name === 'kind' || name === 'sentence')
    .map(({ value }) => value)
  return [path, ...chosen].join(' ')
}

/** What the server has: kept as a draft, or published as the form shows it. */
function forgetWhatIsSafe(desk: Desk): void {
  if (!desk.safe) return
  const given = readGiven(desk.form)
  for (const { name, fields } of textsHere(desk)) if (isSame(fields, given)) forgetText(name)
}

/** Of this form, and the viewer's; or written while nobody was signed in. */
function textsHere({ place, writer }: Desk): KeptText[] {
  return listTexts().filter(
    (text) => text.place === place && (text.writer === writer || text.writer === ''),
  )
}

/** Offers what was written here last and is not what the form shows; the form stays as it is. */
function offer(desk: Desk): void {
  const { template, form, key, writer } = desk
  const typed = readTyped(form)
  const found = textsHere(desk).find(({ fields }) => !isSame(fields, typed))
  if (!found) return
  // Or what is typed instead of taking it up would take its place.
  const text = found.name === key.value ? setAside(found) : found
  // What was written signed out is from now on theirs who were offered it first.
  saveText({ ...text, writer })
  const notice = drawNotice(template, text, () => {
    notice?.remove()
    takeUp(desk, text)
  })
}

/**
 * Puts the text into the form, with the key of the form that it was typed into: if that one did arrive,
 * the server knows it again and publishes it once. What stood in the form is kept, and offered in turn.
 */
function takeUp(desk: Desk, text: KeptText): void {
  const { template, form, key, status, of } = desk
  keepNow(desk)
  const before = listTexts().find(({ name }) => name === text.key)
  if (before && before.name !== text.name) setAside(before)
  if (text.key !== '') key.value = text.key
  writeTyped(form, text.fields, text.of === of)
  // As it fits this form; else it would be offered once more.
  keepNow(desk)
  if (text.name !== key.value) forgetText(text.name)
  offer(desk)
  status.textContent = template.dataset['taken'] ?? ''
  firstField(form)?.focus()
}

function keepNow({ form, key, place, of, safe, note, writer }: Desk): void {
  const fields = readTyped(form)
  const nothingNew = safe && isSame(fields, readGiven(form))
  if (nothingNew || firstWords(fields) === '') return forgetText(key.value)
  const text = { name: key.value, key: key.value, place, of, at: Date.now(), fields }
  note.hidden = !saveText({ ...text, writer: writer || writerBefore(key.value) })
}

/** A text that is gone on with after its session has ended is still its writer's. */
function writerBefore(key: string): string {
  return listTexts().find((text) => text.key === key)?.writer ?? ''
}

/** After a pause, and at once when the page is left, hidden or sent: a tab that closes tells nothing more. */
function keepWhatIsTyped(desk: Desk): void {
  let waiting = 0
  const keep = () => {
    if (waiting === 0) return
    clearTimeout(waiting)
    waiting = 0
    keepNow(desk)
  }
  desk.form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(keep, untilKept)
  })
  addEventListener('pagehide', keep)
  document.addEventListener('visibilitychange', keep)
}

function sayWhenOffline({ template, status }: Desk): void {
  const say = () => {
    status.textContent = navigator.onLine ? '' : (template.dataset['offline'] ?? '')
  }
  addEventListener('online', say)
  addEventListener('offline', say)
  if (!navigator.onLine) say()
}

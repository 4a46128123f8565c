import { fillIn } from '../../ui/browser/attach.ts'
import { firstWords } from './form-fields.ts'
import { forgetText, saveText, type KeptText } from './kept-texts.ts'

/**
 * Draws what is offered after the template that it comes from: when the text was kept, how it begins, to
 * go on with it or forget it. What is forgotten comes back until the page is left.
 */
export function drawNotice(
  template: HTMLTemplateElement,
  text: KeptText,
  takeUp: () => void,
): HTMLElement | null {
  const drawn = document.importNode(template.content, true)
  const notice = drawn.querySelector('section')
  const sentence = drawn.querySelector('output')
  const excerpt = drawn.querySelector('blockquote')
  const take = drawn.querySelector<HTMLElement>('.take')
  const forget = drawn.querySelector<HTMLElement>('.forget')
  const undo = drawn.querySelector<HTMLElement>('.undo')
  if (!notice || !sentence || !excerpt || !take || !forget || !undo) return null

  const { kept, forgotten, dates } = template.dataset
  const say = (isForgotten: boolean) => {
    sentence.textContent = isForgotten
      ? (forgotten ?? '')
      : fillIn(kept, { date: sayDate(text.at, dates) })
    for (const shown of [take, forget, excerpt]) shown.hidden = isForgotten
    undo.hidden = !isForgotten
  }
  excerpt.textContent = firstWords(text.fields)
  take.addEventListener('click', takeUp)
  forget.addEventListener('click', () => {
    forgetText(text.name)
    say(true)
    undo.focus()
  })
  undo.addEventListener('click', () => {
    saveText(text)
    say(false)
    take.focus()
  })
  template.after(notice)
  // In the page by then: what an output is filled with is read out.
  say(false)
  return notice
}

/** In the page's language, by the clock of whoever reads it: the text is kept where they are. */
function sayDate(at: number, language: string | undefined): string {
  const style = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(language, style).format(at)
}

import { chooseRange, fitsAddress, type ChosenWords } from '../../ui/browser/choose-range.ts'
import { leadToForms } from '../../ui/browser/lead-to-forms.ts'
import { offsetsIn, plainTextOf } from './plain-text.ts'

/** Milliseconds: a selection that still grows is offered nothing. */
const untilOffered = 250

type Selected = { block: HTMLElement; range: Range; chosen: ChosenWords }

/** Offers the forms of a passage beside words that are selected in it, by mouse, touch or keys. */
export function selectWords(template: HTMLElement): void {
  if (!(template instanceof HTMLTemplateElement)) return
  const drawn = document.importNode(template.content, true)
  const tools = drawn.querySelector<HTMLElement>('.selected-words')
  const status = drawn.querySelector('output')
  if (!tools || !status) return
  const said = status.textContent
  status.textContent = ''
  template.after(status)
  const forms = [...tools.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')

  const hide = () => {
    tools.remove()
    status.textContent = ''
  }
  const offer = () => {
    const selected = findSelected()
    // Who goes to it by keys does not lose it: some browsers then drop the selection.
    if (!selected) return tools.matches(':focus-within') ? undefined : hide()
    const { block, range, chosen } = selected
    const passage = `${template.dataset['passages']}${block.id}`
    for (const [at, link] of tools.querySelectorAll('a').entries())
      link.href = `${passage}/${forms[at]}`
    leadToForms(tools, chosen)
    // Behind the words in the order of the page: the next Tab reaches it.
    if (tools.parentElement !== block) block.firstElementChild?.after(tools)
    placeBeside(tools, range)
    if (said !== null && status.textContent !== said) status.textContent = said
  }
  let waiting = 0
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting)
    waiting = setTimeout(offer, untilOffered)
  })
  // A press on it would let go of the words before it is answered.
  tools.addEventListener('mousedown', (event) => event.preventDefault())
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !tools.isConnected) return
    const block = tools.parentElement
    const within = tools.matches(':focus-within')
    document.getSelection()?.removeAllRanges()
    hide()
    if (within) block?.querySelector<HTMLElement>('.anchor')?.focus()
  })
}

/** Null where nothing is selected, or words of several blocks are, or more than an address holds. */
function findSelected(): Selected | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const block = blockAt(range.startContainer)
  if (!block || block !== blockAt(range.endContainer)) return null
  const chosen = chooseRange(plainTextOf(block), offsetsIn(block, range))
  return chosen && fitsAddress(chosen) ? { block, range, chosen } : null
}

function blockAt(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('.block[id], .passage[id]') ?? null
}

/** Below the words, where a touch screen's own menu is not, and within the screen. */
function placeBeside(tools: HTMLElement, range: Range): void {
  const words = range.getBoundingClientRect()
  tools.style.setProperty('left', '0')
  tools.style.setProperty('top', '0')
  const { left, top, width } = tools.getBoundingClientRect()
  const farthest = document.documentElement.clientWidth - width - 8
  const x = Math.max(8, Math.min(words.left, farthest))
  tools.style.setProperty('left', `${x - left}px`)
  tools.style.setProperty('top', `${words.bottom + 8 - top}px`)
}

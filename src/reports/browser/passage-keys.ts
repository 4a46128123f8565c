/** Under which it is kept that somebody does not want the keys. */
const offKey = 'vivace-passage-keys-off'

/** Leads from passage to passage by single keys, which a dialog names and can switch off. */
export function givePassageKeys(template: HTMLElement): void {
  if (!(template instanceof HTMLTemplateElement)) return
  const drawn = document.importNode(template.content, true)
  const dialog = drawn.querySelector('dialog')
  const opener = drawn.querySelector('p button')
  const wanted = drawn.querySelector('input')
  if (!dialog || !opener || !wanted) return
  template.after(drawn)
  wanted.checked = recall() === null
  wanted.addEventListener('change', () => remember(!wanted.checked))
  opener.addEventListener('click', () => dialog.showModal())

  document.addEventListener('keydown', (event) => {
    if (!wanted.checked || dialog.open || isTyping(event)) return
    if (event.key === '?') dialog.showModal()
    else if (event.key === 'j') goTo(1)
    else if (event.key === 'k') goTo(-1)
    else if (event.key === 'c') openContributions()
    else return
    event.preventDefault()
  })
}

function isTyping({ target, ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey || isComposing) return true
  const fields = 'input, textarea, select, [contenteditable]'
  return target instanceof Element && target.closest(fields) !== null
}

/** From the passage that has the focus, or else from the first that is on the screen. */
function goTo(step: 1 | -1): void {
  const links = [...document.querySelectorAll('.block')].flatMap((block) => linkOf(block) ?? [])
  const here = links.indexOf(linkInFocus() ?? document.body)
  const onScreen = links.findIndex((link) => link.getBoundingClientRect().top >= 0)
  // Below the last passage, all are behind.
  const first = onScreen === -1 ? links.length : onScreen
  const at = here === -1 ? first - (step === 1 ? 1 : 0) : here
  const next = links[at + step]
  if (!next) return
  next.focus({ preventScroll: true })
  next.closest('.block')?.scrollIntoView({ block: 'nearest' })
}

function linkInFocus(): HTMLElement | null {
  const block = document.activeElement?.closest('.block')
  return block ? linkOf(block) : null
}

/** To the passage's page: its sign, or its count where there is room for one of them only. */
function linkOf(block: Element): HTMLElement | null {
  const links = [...block.querySelectorAll<HTMLElement>('.anchor, .count')]
  return links.find((link) => link.checkVisibility()) ?? null
}

function openContributions(): void {
  const anchor = linkInFocus()?.closest('.gloss')?.querySelector('.anchor')
  if (anchor instanceof HTMLAnchorElement) location.assign(`${anchor.href}#contributions`)
}

// Where a browser keeps nothing, the switch holds for the page.
function recall(): string | null {
  try {
    return localStorage.getItem(offKey)
  } catch {
    return null
  }
}

function remember(off: boolean): void {
  try {
    if (off) localStorage.setItem(offKey, '1')
    else localStorage.removeItem(offKey)
  } catch {}
}

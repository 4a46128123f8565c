/**
 * Milliseconds after which the form can be sent again: a browser that was told to stop waiting for the answer
 * says nothing of it.
 */
const longestHeld = 60_000

/** Of a form whose sending takes its time: says at once that it is being worked on, and is sent once. */
export function holdSending(note: HTMLElement): void {
  const form = note.closest('form')
  const status = note.querySelector('output')
  if (!form || !status) return
  let held = false
  let waiting = 0
  const hold = (isHeld: boolean) => {
    clearTimeout(waiting)
    held = isHeld
    status.textContent = isHeld ? (note.dataset['sending'] ?? '') : ''
    // Not disabled, which would take its value from what is sent, and the focus from it.
    for (const button of form.querySelectorAll('button')) {
      if (isHeld) button.setAttribute('aria-disabled', 'true')
      else button.removeAttribute('aria-disabled')
    }
    if (isHeld) waiting = setTimeout(hold, longestHeld, false)
  }
  form.addEventListener('submit', (event) => {
    if (held) event.preventDefault()
    else hold(true)
  })
  // The page comes back as it was left, where the browser kept it.
  addEventListener('pageshow', () => hold(false))
}

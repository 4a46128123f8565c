/** Asks the device for what the site's answer describes; null where it gives nothing. */
type Ask = (described: Response) => Promise<Credential | null>

/** Older browsers know passkeys, and not these: they are offered none. */
function isOffered(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  )
}

/** Shows the form that signs in with a passkey. */
export function askForPasskey(form: HTMLElement): void {
  offer(form, async (described) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await described.json())
    return navigator.credentials.get({ publicKey })
  })
}

/** Shows the form that makes one. */
export function makePasskey(form: HTMLElement): void {
  offer(form, async (described) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await described.json())
    return navigator.credentials.create({ publicKey })
  })
}

/** What is said to whoever can be offered nothing. */
export function sayNoScript(note: HTMLElement): void {
  note.hidden = isOffered()
}

/** The form is sent when the device has answered, with what it answered. */
function offer(form: HTMLElement, ask: Ask): void {
  const credential = form.querySelector<HTMLInputElement>('input[name="credential"]')
  const status = form.querySelector('output')
  if (!(form instanceof HTMLFormElement) || !isOffered() || !credential || !status) return
  let asking = false
  const answer = async () => {
    // Without a credential, it is answered what to ask for.
    const described = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams({ credential: '' }),
    })
    if (!described.ok) throw new Error(`the site answers ${described.status}`)
    const given = await ask(described)
    if (!given) throw new Error('the device gives nothing')
    credential.value = JSON.stringify(given)
    form.requestSubmit()
  }
  form.addEventListener('submit', (event) => {
    if (credential.value !== '') return
    event.preventDefault()
    if (asking) return
    asking = true
    status.textContent = ''
    answer()
      .catch((error: unknown) => {
        const had = error instanceof DOMException && error.name === 'InvalidStateError'
        status.textContent = (had ? form.dataset['had'] : undefined) ?? form.dataset['failed'] ?? ''
      })
      .finally(() => (asking = false))
  })
  // The page comes back as it was left: what was answered serves once.
  addEventListener('pageshow', () => (credential.value = ''))
  form.hidden = false
}

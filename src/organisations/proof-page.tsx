import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { FormFrame } from './form-frame.tsx'
import type { Organisation } from './organisation.ts'
import type { ProofState } from './proof.ts'
import type { Proved } from './verify-organisation.ts'
import { words } from './words.ts'

export type ShownState = ProofState | Extract<Proved, { ok: false }>['problem']

type Props = {
  frame: Frame
  organisation: Organisation
  state: ShownState
  email: string | null
  token: string
}

/** A mailed link: one button, which uses it up; or why it is good for nothing any more. */
export function ProofPage({ frame, organisation, state, email, token }: Props) {
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, organisation)
  const sentence = state === 'open' ? null : say(`proof-${state}`)
  return (
    <FormFrame
      frame={frame}
      title={say('proof-title')}
      of={organisation}
      problems={sentence === null ? [] : [{ field: 'refused', sentence }]}
    >
      {state === 'open' ? (
        <>
          <p>{say('proof-lead', { email: email ?? '' })}</p>
          <form method="post" action={there.proof(token)}>
            <button type="submit">{say('use-proof', { name: organisation.name })}</button>
          </form>
        </>
      ) : (
        <>
          <p class="problem" id="refused">
            {sentence}
          </p>
          <p>
            <a href={state === 'verified-already' ? there.page : there.verification}>
              {say(state === 'verified-already' ? 'see-organisation' : 'verify')}
            </a>
          </p>
        </>
      )}
    </FormFrame>
  )
}

import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** What to do once signed in, where it is more than sending the form again. */
  advice?: string
  /** Whoever is signed in is to prove who they are. */
  again?: boolean
}

/** Beside a form whose sender is no longer signed in: a way in that leaves the form where it is. */
export function SignInAgain({ locale, advice, again = false }: Props) {
  const say = words(locale)
  return (
    <p class="notice" id="signed-out">
      {advice ?? say('signed-out-advice')}{' '}
      <a
        href={`/${locale}/account/sign-in${again ? `?again=yes&return=/${locale}/account` : ''}`}
        target="_blank"
        rel="noopener"
      >
        {say('sign-in-in-new-tab')}
      </a>
    </p>
  )
}

import type { Locale } from '../platform/messages.ts'
import type { Setting } from './setting.ts'
import { words } from './words.ts'

/** Whom to tell of what one cannot get at. */
export function Report({ locale, setting }: { locale: Locale; setting: Setting }) {
  const say = words(locale)
  const { email, address } = setting
  return (
    <>
      <h2>{say('contact')}</h2>
      <p>{say('contact-how')}</p>
      {email === '' && address === '' && <p class="notice">{say('no-contact')}</p>}
      {email !== '' && (
        <p>
          <a href={`mailto:${email}`}>{say('contact-mail', { email })}</a>
        </p>
      )}
      {address !== '' && (
        <p>
          <a href={address}>{say('contact-form')}</a>
        </p>
      )}
    </>
  )
}

/** The ombudsman's own addresses: https://www.defenseurdesdroits.fr/. */
const ombudsman = {
  form: 'https://formulaire.defenseurdesdroits.fr/',
  delegates: 'https://www.defenseurdesdroits.fr/carte-des-delegues',
} as const

/** Where else one can turn to, in the order in which the model of a declaration names it. */
export function Recourse({ locale }: { locale: Locale }) {
  const say = words(locale)
  return (
    <>
      <h2>{say('recourse')}</h2>
      <p>{say('recourse-when')}</p>
      <ul>
        <li>
          <a href={ombudsman.form}>{say('recourse-form')}</a>
        </li>
        <li>
          <a href={ombudsman.delegates}>{say('recourse-delegates')}</a>
        </li>
        <li>
          <a href="tel:+33969390000">{say('recourse-phone')}</a>
        </li>
        <li>{say('recourse-mail')}</li>
      </ul>
    </>
  )
}

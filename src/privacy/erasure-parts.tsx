import { sayDate, type Locale } from '../platform/messages.ts'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import type { Erasure } from './store.ts'
import { words } from './words.ts'

/** What goes, and what stays and why; before anything is chosen. */
export function WhatHappens({ locale, own }: { locale: Locale; own: boolean }) {
  const say = words(locale)
  return (
    <>
      <section aria-labelledby="gone">
        <h2 id="gone">{say('gone-title')}</h2>
        <ul>
          {(['gone-account', 'gone-ways', 'gone-own', 'gone-roles'] as const).map((key) => (
            <li>{say(key)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="stays">
        <h2 id="stays">{say('stays-title')}</h2>
        <ul>
          {(['stays-journal', 'stays-acts', 'stays-words'] as const).map((key) => (
            <li>{say(key)}</li>
          ))}
          <li>{say('backups-stay')}</li>
        </ul>
      </section>
      {own && (
        <p>
          {say('take-first')} <a href={addressesOf(locale).data}>{say('take-first-link')}</a>.
        </p>
      )}
    </>
  )
}

type WaitingProps = { frame: Frame; address: string; waiting: Erasure; late: boolean }

/** That an erasure waits, until when, and how it is called off. */
export function WaitingPart({ frame: { locale }, address, waiting, late }: WaitingProps) {
  const say = words(locale)
  const { dueAt, texts } = waiting
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{say('waiting-title')}</h2>
      <p>{say('waiting-what', { date: sayDate(locale, dueAt), texts })}</p>
      {late && <p>{say('waiting-late')}</p>}
      <form method="post" action={`${address}/end`} class="actions">
        <button type="submit">{say('call-off')}</button>
      </form>
    </section>
  )
}

import { sayDate, type Locale } from '../platform/messages.ts'
import { daysShown, type RequestSum } from './log.ts'
import { keyOf, sayDelay } from './say.ts'
import { words } from './words.ts'

type Props = { locale: Locale; requests: readonly RequestSum[] }

/** What readers flag and what is contested: how much of it lately, what came of it and how soon. */
export function RequestSection({ locale, requests }: Props) {
  const say = words(locale)
  const none = requests.every(({ received, granted, refused, closed, waiting }) => {
    return received + granted + refused + closed + waiting === 0
  })
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">{say('requests')}</h2>
      {none ? (
        <p class="empty">{say('no-requests', { days: daysShown })}</p>
      ) : (
        <RequestTable locale={locale} requests={requests} />
      )}
      <p class="fine">{say('requests-how', { days: daysShown })}</p>
    </section>
  )
}

function RequestTable({ locale, requests }: Props) {
  const say = words(locale)
  const delay = (hours: number | undefined) => (hours === undefined ? '–' : sayDelay(locale, hours))
  return (
    <section class="table" tabindex={0} aria-label={say('requests-table')}>
      <table class="delays">
        <thead>
          <tr>
            <th scope="col">{say('request-what')}</th>
            <th scope="col">{say('requests-received')}</th>
            <th scope="col">{say('requests-granted')}</th>
            <th scope="col">{say('requests-refused')}</th>
            <th scope="col">{say('requests-closed')}</th>
            <th scope="col">{say('median')}</th>
            <th scope="col">{say('ninth')}</th>
            <th scope="col">{say('waiting')}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map(({ what, received, granted, refused, closed, delays, waiting, oldest }) => (
            <tr>
              <th scope="row">{say('request', { what: keyOf(what) })}</th>
              <td>{say('number', { count: received })}</td>
              <td>{say('number', { count: granted })}</td>
              <td>{say('number', { count: refused })}</td>
              <td>{say('number', { count: closed })}</td>
              <td>{delay(delays?.median)}</td>
              <td>{delay(delays?.ninth)}</td>
              <td>
                {say('number', { count: waiting })}
                {oldest && ` (${say('since', { date: sayDate(locale, oldest) })})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import type { Locale } from '../platform/messages.ts'
import type { BalanceRow } from './balance-store.ts'
import { words } from './words.ts'

export type Balance = {
  rows: readonly BalanceRow[]
  /** As the journal has it; and how many of them came with consultations. */
  journalled: number
  imported: number
}

const columns = ['published', 'waiting', 'withheld', 'withdrawn'] as const

/** What was received is public, waits, is withheld or was withdrawn: by the side that it came from, and in all. */
export function BalanceTable({ locale, balance }: { locale: Locale; balance: Balance }) {
  const say = words(locale)
  const { rows, journalled, imported } = balance
  const sum = sumOf(rows)
  const right =
    sum.received === columns.reduce((all, column) => all + sum[column], 0) &&
    sum.received === journalled
  return (
    <>
      <section class="table" tabindex={0} aria-label={say('balance-table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('side')}</th>
              <th scope="col">{say('received')}</th>
              {columns.map((column) => (
                <th scope="col">{say(`became-${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows, sum].map((row) => (
              <tr>
                <th scope="row">{say('side-name', { side: row.side ?? 'none' })}</th>
                <td>{say('number', { count: row.received })}</td>
                {columns.map((column) => (
                  <td>{say('number', { count: row[column] })}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class={right ? 'notice' : 'notice refused'}>
        {say(right ? 'balance-right' : 'balance-wrong', { journalled, imported })}
      </p>
    </>
  )
}

function sumOf(rows: readonly BalanceRow[]): BalanceRow {
  const add = (column: (typeof columns)[number] | 'received') =>
    rows.reduce((sum, row) => sum + row[column], 0)
  return {
    side: 'all',
    received: add('received'),
    published: add('published'),
    waiting: add('waiting'),
    withheld: add('withheld'),
    withdrawn: add('withdrawn'),
  }
}

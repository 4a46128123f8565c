import { languageTags, type Locale } from '../platform/messages.ts'
import { isFaulty, type AutomatedResults } from './automated.ts'
import { sayDay } from './say.ts'
import { words } from './words.ts'

type Props = { locale: Locale; results: AutomatedResults | null }

/** What programs found, called so: it is no audit, and counts for nothing. */
export function Annex({ locale, results }: Props) {
  const say = words(locale)
  return (
    <section aria-labelledby="automated">
      <h2 id="automated">{say('annex')}</h2>
      <p>{say('annex-what')}</p>
      {results ? <Results locale={locale} results={results} /> : <p>{say('annex-none')}</p>}
    </section>
  )
}

function Results({ locale, results }: { locale: Locale; results: AutomatedResults }) {
  const say = words(locale)
  const { madeOn, checkers, pages } = results
  const faulty = pages.filter(isFaulty)
  return (
    <>
      <p>
        {say('annex-of', {
          date: sayDay(locale, madeOn),
          checkers: new Intl.ListFormat(languageTags[locale]).format(checkers),
          count: pages.length,
        })}{' '}
        {say('annex-found', { count: faulty.length })}
      </p>
      {faulty.length > 0 && (
        <ul lang="en" dir="ltr">
          {faulty.map(({ name, faults }) => (
            <li>
              {name}
              <ul>
                {faults.map((fault) => (
                  <li>{fault}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{say('annex-pages')}</summary>
        <ul lang="en" dir="ltr" class="columns">
          {pages.map(({ name }) => (
            <li>{name}</li>
          ))}
        </ul>
      </details>
    </>
  )
}

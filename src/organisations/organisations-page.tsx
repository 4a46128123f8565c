import { peopleWords } from '../people/index.ts'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf, organisationsAt } from './addresses.ts'
import type { Organisation } from './organisation.ts'
import { VerifiedMark } from './verified-mark.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  /** What was searched for. */
  name: string
  organisations: Organisation[]
  count: number
  page: number
  pages: number
}

/** All organisations, by name, or those whose name has some words. */
export function OrganisationsPage({ frame, name, organisations, count, page, pages }: Props) {
  const { locale } = frame
  const say = words(locale)
  const { list, form } = organisationsAt(locale)
  const query = name === '' ? '' : `name=${encodeURIComponent(name)}&`
  return (
    <Layout frame={frame} title={say('organisations')}>
      <h1>{say('organisations')}</h1>
      <p>{say('organisations-lead')}</p>
      <search>
        <form method="get" action={list} class="selection">
          <FormField id="searched" label={say('search-name')}>
            {(described) => (
              <input
                {...described}
                type="search"
                name="name"
                value={name}
                dir="auto"
                maxlength={120}
              />
            )}
          </FormField>
          <button class="quiet" type="submit">
            {say('search')}
          </button>
        </form>
      </search>
      <section aria-labelledby="found">
        <h2 id="found">{say(name === '' ? 'count' : 'count-found', { count, name })}</h2>
        <ul class="organisations">
          {organisations.map((organisation) => (
            <Item locale={locale} organisation={organisation} />
          ))}
        </ul>
        <Pagination
          locale={locale}
          page={page}
          pages={pages}
          hrefOf={(other) => `${list}?${query}page=${other}`}
        />
      </section>
      <p class="actions">
        <a class="button" href={form}>
          {say('make-organisation')}
        </a>
      </p>
    </Layout>
  )
}

type ItemProps = { locale: Frame['locale']; organisation: Organisation }

function Item({ locale, organisation }: ItemProps) {
  const { name, helixSide, territory, verified } = organisation
  return (
    <li>
      <a href={addressesOf(locale, organisation).page}>
        <bdi>{name}</bdi>
      </a>{' '}
      <VerifiedMark locale={locale} verified={verified !== null} />
      <p class="byline">
        {peopleWords(locale)('side', { side: helixSide })}
        {territory && (
          <>
            {' · '}
            <bdi>{territory}</bdi>
          </>
        )}
      </p>
    </li>
  )
}

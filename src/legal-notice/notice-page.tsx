import { saySiret } from '../organisations/index.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { dialled, missingIn, noticeParts, type Notice, type NoticeField } from './notice.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  notice: Notice
  keptAt: Date | null
  mayKeep: boolean
  done: 'kept' | null
}

/** Who publishes this site, who answers for it and who hosts it; and plainly what is not said yet. */
export function NoticePage({ frame, notice, keptAt, mayKeep, done }: Props) {
  const { locale } = frame
  const say = words(locale)
  const missing = missingIn(notice)
  return (
    <Layout frame={frame} title={say('notice')}>
      <DoneNotice sentence={done && say('kept')} />
      <div class="document">
        <h1>{say('notice')}</h1>
        <p class="fine">{say('law')}</p>
        {missing.length > 0 && <Missing locale={locale} missing={missing} />}
        {noticeParts.map(({ part, fields }) => (
          <section aria-labelledby={part}>
            <h2 id={part}>{say(`part-${part}`)}</h2>
            <dl class="facts statement">
              {fields.map((field) => (
                <Fact {...{ locale, field, notice, missing }} />
              ))}
            </dl>
          </section>
        ))}
        <h2>{say('software')}</h2>
        <p>{say('software-is')}</p>
        {keptAt && <p class="fine">{say('kept-on', { date: sayDate(locale, keptAt) })}</p>}
      </div>
      {mayKeep && (
        <p>
          <a class="button quiet" href={`/${locale}/admin/legal-notice`}>
            {say('change')}
          </a>
        </p>
      )}
    </Layout>
  )
}

function Missing({ locale, missing }: { locale: Locale; missing: NoticeField[] }) {
  const say = words(locale)
  return (
    <div class="notice">
      <p>{say('missing', { count: missing.length })}</p>
      <ul>
        {missing.map((field) => (
          <li>{say(`field-${field}`)}</li>
        ))}
      </ul>
    </div>
  )
}

type FactProps = { locale: Locale; field: NoticeField; notice: Notice; missing: NoticeField[] }

function Fact({ locale, field, notice, missing }: FactProps) {
  const say = words(locale)
  const value = notice[field]
  if (value === '' && !missing.includes(field)) return null
  return (
    <>
      <dt>{say(`field-${field}`)}</dt>
      <dd>{value === '' ? <em>{say('not-said')}</em> : <Value field={field} value={value} />}</dd>
    </>
  )
}

function Value({ field, value }: { field: NoticeField; value: string }) {
  switch (field) {
    case 'publisherPhone':
    case 'hostPhone':
      return (
        <a href={`tel:${dialled(value)}`} dir="ltr">
          {value}
        </a>
      )
    case 'publisherEmail':
      return <a href={`mailto:${value}`}>{value}</a>
    case 'registration':
      return <bdi>{saySiret(value)}</bdi>
    default:
      return <span class="as-typed">{value}</span>
  }
}

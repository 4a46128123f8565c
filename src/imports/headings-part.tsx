import { inLanguage, type Locale } from '../platform/messages.ts'
import { startOf } from '../reports/index.ts'
import { FormField } from '../ui/form-field.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { TakesTime } from '../ui/takes-time.tsx'
import type { HeadingRow } from './heading-rows.ts'
import { previewHref, type PreviewProps } from './preview-props.ts'
import { choiceOf, levels } from './upload.ts'
import { words } from './words.ts'

/** Saying of each heading, and of any other line, what it is. */
export function HeadingsPart(props: PreviewProps) {
  const { frame, rows } = props
  const say = words(frame.locale)
  const href = previewHref(props)
  return (
    <section aria-labelledby="headings">
      <h2 id="headings">{say('headings')}</h2>
      <p class="hint">{say('headings-hint')}</p>
      <form method="get" action={`${href}#headings`} class="selection">
        <FormField id="find" label={say('find')} hint={say('find-hint')}>
          {(described) => <input {...described} name="find" type="search" value={rows.find} />}
        </FormField>
        <button type="submit" class="quiet">
          {say('find-button')}
        </button>
      </form>
      {rows.find !== '' && (
        <p class="notice">
          {say('found', { count: rows.count, words: rows.find })}{' '}
          <a href={`${href}#headings`}>{say('all-headings')}</a>
        </p>
      )}
      <CorrectionsForm {...props} />
      <Pagination
        locale={frame.locale}
        page={rows.page}
        pages={rows.pages}
        label={say('headings-pages')}
        hrefOf={(at) => `${href}?find=${encodeURIComponent(rows.find)}&page=${at}#headings`}
      />
    </section>
  )
}

function CorrectionsForm(props: PreviewProps) {
  const { frame, report, upload, rows, problem } = props
  const say = words(frame.locale)
  const lang = upload.document.lang ?? report.lang
  return (
    <form method="post" action={`${previewHref(props)}/corrections`} class="stacked">
      <input type="hidden" name="find" value={rows.find} />
      <input type="hidden" name="page" value={String(rows.page)} />
      <FormField
        id="words"
        label={say('words')}
        hint={say('words-hint')}
        problem={problem === 'words-too-long' ? say(problem) : undefined}
      >
        {(described) => <input {...described} name="words" type="text" value={props.words} />}
      </FormField>
      {rows.pages > 1 && <p class="hint">{say('headings-page-hint')}</p>}
      {rows.rows.length > 0 && (
        <ul class="rows">
          {rows.rows.map((row) => (
            <Row locale={frame.locale} row={row} lang={lang} />
          ))}
        </ul>
      )}
      <TakesTime locale={frame.locale} />
      <button type="submit">{say('apply')}</button>
    </form>
  )
}

function Row({ locale, row, lang }: { locale: Locale; row: HeadingRow; lang: string }) {
  const say = words(locale)
  const { index, block } = row
  const now = choiceOf(block)
  const option = (value: string, label: string) => (
    <option value={value} selected={value === now}>
      {label}
    </option>
  )
  return (
    <li>
      <label for={`as-${index}`}>
        <span class="label">{`${say('read-as')} `}</span>
        <bdi {...inLanguage(lang)}>{startOf(block)}</bdi>
      </label>
      <select id={`as-${index}`} name={`as-${index}`}>
        {option('paragraph', say('as-paragraph'))}
        <optgroup label={say('as-headings')}>
          {levels.map((level) =>
            option(`heading-${level}`, say('as-heading', { level: String(level) })),
          )}
        </optgroup>
        <optgroup label={say('as-propositions')}>
          {levels.map((level) => option(`proposition-${level}`, say('as-proposition', { level })))}
        </optgroup>
      </select>
    </li>
  )
}

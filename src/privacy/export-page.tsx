import { html, raw } from 'hono/html'
import { inLocale, sayDateTime, type Locale } from '../platform/messages.ts'
import type { Export, ExportedTable } from './gather-export.ts'
import { purposes, type Purpose } from './entry.ts'
import type { Row } from './store.ts'
import { words } from './words.ts'

export type ExportFrame = { locale: Locale; now: Date; publicUrl: string }

/** The same as `data.json`, to be read: one page that needs nothing else, with no script. */
export async function writeExportPage(given: Export, frame: ExportFrame): Promise<string> {
  return String(await html`<!doctype html> ${<ExportPage {...given} {...frame} />}`)
}

const sheet = `
:root { color-scheme: light dark; }
body { margin: 2rem auto; max-width: 45rem; padding: 0 1rem; font: 1.05rem/1.6 Georgia, 'Times New Roman', serif; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-block-start: 3rem; border-block-start: 1px solid; padding-block-start: 1rem; }
dl { margin: 0 0 1.5rem; border-inline-start: 3px solid; padding-inline-start: 1rem; }
dt { font-weight: bold; margin-block-start: 0.5rem; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
nav ul { columns: 2 15rem; }
`

function ExportPage({ locale, now, publicUrl, name, tables }: Export & ExportFrame) {
  const say = words(locale)
  const { lang, dir } = inLocale(locale)
  const title = say('export-title', { name })
  const date = sayDateTime(locale, now)
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{raw(sheet)}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{say('export-lead', { site: new URL(publicUrl).host, date })}</p>
          <nav aria-label={say('what-is-kept')}>
            <ul>
              {purposes.map((purpose) => (
                <li>
                  <a href={`#${purpose}`}>{say('purpose', { purpose })}</a>
                </li>
              ))}
            </ul>
          </nav>
          {purposes.map((purpose) => (
            <PurposePart locale={locale} purpose={purpose} tables={tables} />
          ))}
        </main>
      </body>
    </html>
  )
}

type PurposeProps = { locale: Locale; purpose: Purpose; tables: readonly ExportedTable[] }

function PurposePart({ locale, purpose, tables }: PurposeProps) {
  const say = words(locale)
  const full = tables.filter((one) => one.purpose === purpose && one.rows.length > 0)
  return (
    <section aria-labelledby={purpose}>
      <h2 id={purpose}>{say('purpose', { purpose })}</h2>
      <p>{say('purpose-what', { purpose })}</p>
      {full.length === 0 && <p>{say('export-none')}</p>}
      {full.map(({ table, rows }) => (
        <>
          <h3>
            {say('table', { table })} ({say('export-count', { count: rows.length })})
          </h3>
          {rows.map((row) => (
            <RowView locale={locale} row={row} />
          ))}
        </>
      ))}
    </section>
  )
}

function RowView({ locale, row }: { locale: Locale; row: Row }) {
  const said = Object.entries(row).filter(([, value]) => value !== null && value !== '')
  return (
    <dl>
      {said.map(([column, value]) => (
        <>
          <dt>{words(locale)('column', { column })}</dt>
          <dd dir="auto">{sayValue(locale, value)}</dd>
        </>
      ))}
    </dl>
  )
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

function sayValue(locale: Locale, value: unknown): string {
  if (typeof value === 'boolean') return words(locale)(value ? 'yes' : 'no')
  if (value instanceof Date) return sayDateTime(locale, value)
  if (typeof value !== 'string') return JSON.stringify(value, null, 1)
  return moment.test(value) ? sayDateTime(locale, new Date(value)) : value
}

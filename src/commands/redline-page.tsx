import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import { directionOf, type OfferedLocale } from '../platform/messages.ts'
import type { ParsedDocument, RedlineItem } from '../text/index.ts'
import { ChangesList } from '../ui/changes-list.tsx'
import { ChangesMap } from '../ui/changes-map.tsx'
import { mapChanges, measureText } from '../ui/map-changes.ts'
import { TypographyChoice } from '../ui/typography-choice.tsx'
import { listPieces, type TextPiece } from './list-changes.ts'
import { RedlinedText } from './redlined-text.tsx'
import { words } from './words.ts'

const folder = new URL('../../public/css/', import.meta.url)
// What the site's own pages look like, as far as this one has of them.
const sheet = ['tokens', 'elements', 'redline', 'redline-page']
  .map((name) => readFileSync(new URL(`${name}.css`, folder), 'utf8'))
  .join('')

export type ComparedTexts = {
  locale: OfferedLocale
  old: ParsedDocument
  now: ParsedDocument
  /** The redline of both. */
  items: RedlineItem[]
  /** What each is called: its file's name. */
  names: { old: string; now: string }
}

/** Returns a page that tells what changed from one text to another, and needs nothing but itself. */
export async function writeRedlinePage(texts: ComparedTexts): Promise<string> {
  const { old, now, items } = texts
  const pieces = listPieces(items, { old: old.blocks, now: now.blocks })
  return String(await html`<!doctype html> ${<RedlinePage {...texts} pieces={pieces} />}`)
}

type Props = ComparedTexts & { pieces: readonly TextPiece[] }

function RedlinePage(props: Props) {
  const { locale, old, now, names, pieces } = props
  const say = words(locale)
  const lang = now.lang ?? old.lang ?? locale
  const changes = pieces.flatMap((piece) => (piece.is === 'change' ? [piece.change] : []))
  const name = now.title ?? old.title ?? say('untitled')
  const parts = mapChanges(measureText(now.blocks), changes)
  const count = changes.filter(({ kind }) => kind !== 'typography').length
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Vivace" />
        <title>{say('title', { name })}</title>
        <style>{raw(sheet)}</style>
      </head>
      <body>
        <main>
          <h1>{say('title', { name })}</h1>
          <p>{say('lead', { ...names, count })}</p>
          {changes.length === 0 ? (
            <p>{say('equal')}</p>
          ) : (
            <>
              <Typography {...props} />
              <ChangesMap locale={locale} lang={lang} parts={parts} />
              <ChangesList locale={locale} lang={lang} parts={parts} />
            </>
          )}
          <h2 id="text-title">{say('text-title')}</h2>
          <div class="text" lang={lang} dir={directionOf(lang)}>
            <RedlinedText locale={locale} old={old.blocks} now={now.blocks} pieces={pieces} />
          </div>
        </main>
      </body>
    </html>
  )
}

function Typography({ locale, pieces }: Props) {
  const runs = pieces.flatMap((piece) =>
    piece.is === 'change' ? piece.change.items.flatMap((item) => item.runs) : [],
  )
  if (!runs.some(({ note }) => note === 'typography')) return null
  const count = pieces.filter(
    (piece) => piece.is === 'change' && piece.change.kind === 'typography',
  ).length
  return <TypographyChoice locale={locale} count={count} />
}

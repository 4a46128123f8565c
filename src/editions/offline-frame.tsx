import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { directionOf, type Locale } from '../platform/messages.ts'
import type { WholeEdition } from './gather-download.ts'

/** What a page in the folder is made of; `publicUrl` is what addresses begin with that lead out of it. */
export type OfflineProps = { locale: Locale; whole: WholeEdition; publicUrl: string }

const shared = ['tokens', 'elements', 'redline'].map((name) => `../../public/css/${name}.css`)
const sheet = [...shared, 'offline.css']
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .join('')

type Props = { lang: string; title: string; address: string; children?: Child }

/** A page that is read with nothing else: its sheet stands in it. */
function OfflineFrame({ lang, title, address, children }: Props) {
  return (
    <html lang={lang} dir={directionOf(lang)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Vivace" />
        <title>{title}</title>
        <link rel="canonical" href={address} />
        <style>{raw(sheet)}</style>
      </head>
      <body>{children}</body>
    </html>
  )
}

/** Returns the page as it stands in the folder; addresses of the site lead to the site. */
export async function writeOfflinePage(props: Props, publicUrl: string): Promise<string> {
  const page = await html`<!doctype html> ${<OfflineFrame {...props} />}`
  return String(page).replaceAll(/ href="\/(?!\/)/g, ` href="${publicUrl}/`)
}

import type { Child } from 'hono/jsx'
import { findScripts, icon, stylesheet } from '../platform/http/assets.ts'
import type { ScriptName } from '../platform/http/scripts.ts'
import { inLocale, localeNames, offeredLocales, type Locale } from '../platform/messages.ts'
import { words } from './words.ts'

/** What every page needs to know of the request that it answers. */
export type Frame = {
  locale: Locale
  viewerName: string | null
  path: string
  /** What the site declares of its accessibility; null where that cannot be known now. */
  conformity: Conformity | null
}

/** As decree 2019-768, article 5, has it said on every home page. */
export type Conformity = 'total' | 'partial' | 'none'

type Props = {
  frame: Frame
  title: string
  children?: Child
  wide?: boolean
  /** What is added to the page where scripts run; it works without. */
  script?: ScriptName | undefined
}

/** The frame around every page: header, main, foot. `title` is the document's; the page brings its own h1. */
export function Layout({ frame, title, children, wide = false, script }: Props) {
  const say = words(frame.locale)
  const { lang, dir } = inLocale(frame.locale)
  // Signing out, which is on every page, forgets what the browser keeps; that of passkeys knows nothing of it.
  const forgets = script === 'reading' || script === 'contributing' || frame.viewerName === null
  const brought = [script, forgets ? undefined : ('reading' as const)].filter(
    (name) => name !== undefined,
  )
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Vivace`}</title>
        <link rel="stylesheet" href={stylesheet.path} />
        <link rel="icon" href={icon.path} type="image/svg+xml" />
        {brought.map((name) => (
          <script type="module" src={findScripts()[name].path} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {say('skip-to-content')}
        </a>
        <Header frame={frame} />
        <main id="content" class={wide ? 'wide' : undefined}>
          {children}
        </main>
        <Footer frame={frame} />
      </body>
    </html>
  )
}

function Header({ frame }: { frame: Frame }) {
  const say = words(frame.locale)
  const home = `/${frame.locale}`
  return (
    <header class="site">
      <a class="brand" href={home}>
        Vivace
      </a>
      <nav aria-label={say('site-navigation')}>
        <a href={`${home}/journal`}>{say('journal')}</a>
        {frame.viewerName === null ? (
          <a href={`${home}/account/sign-in?return=${encodeURIComponent(frame.path)}`}>
            {say('sign-in')}
          </a>
        ) : (
          <form method="post" action={`${home}/account/session/end`} data-behaviour="sign-out">
            <a class="viewer" href={`${home}/account`}>
              <span class="label">{say('your-account')}</span> <bdi>{frame.viewerName}</bdi>
            </a>
            <button class="quiet" type="submit">
              {say('sign-out')}
            </button>
          </form>
        )}
      </nav>
    </header>
  )
}

/** The same page in another language; from a page that is in none, the home page. */
function inOtherLanguage(frame: Frame, locale: Locale): string {
  const own = `/${frame.locale}`
  const [first, ...rest] = frame.path.split(own)
  return first === '' ? `/${locale}${rest.join(own)}` : `/${locale}`
}

const aboutSite = [
  'organisations',
  'charter',
  'terms',
  'legal-notice',
  'privacy',
  'permissions',
] as const

function Footer({ frame }: { frame: Frame }) {
  const say = words(frame.locale)
  return (
    <footer class="site">
      <nav aria-label={say('languages')}>
        <ul class="languages">
          {offeredLocales.map((locale) => (
            <li>
              <a
                href={inOtherLanguage(frame, locale)}
                lang={locale}
                hreflang={locale}
                aria-current={locale === frame.locale ? 'true' : undefined}
              >
                {localeNames[locale]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={say('about-site')}>
        <ul class="about-site">
          {aboutSite.map((page) => (
            <li>
              <a href={`/${frame.locale}/${page}`}>{say(page)}</a>
            </li>
          ))}
          <li>
            <a href={`/${frame.locale}/accessibility`}>
              {say('accessibility', { conformity: frame.conformity ?? 'unknown' })}
            </a>
          </li>
        </ul>
      </nav>
      <p>{say('about')}</p>
    </footer>
  )
}

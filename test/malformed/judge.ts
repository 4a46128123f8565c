import type { Draft } from './build-request.ts'

export type Answer = { status: number; headers: Headers; text: string }

/** What only the program and its database say to each other. */
const inside = [
  /\bat (async )?\S+ \(?(file:|\/|node:)/,
  /file:\/\//,
  /node_modules/,
  /\b[A-Z]\w+Error\b/,
  /\bpg_/,
  /kysely/i,
  /syntax error|violates|duplicate key|out of range|invalid input|invalid byte/,
  /\b(select|insert into|update) "/,
]

/** Everything that is wrong with an answer; `sent` holds what was typed into it. */
export function findFaults(sent: Draft, cookie: string | null, answer: Answer): string[] {
  const { status, headers, text } = answer
  const isPage = (headers.get('Content-Type') ?? '').startsWith('text/html')
  return [
    ...(status >= 500 ? [`a status of ${status}`] : []),
    ...inside.flatMap((words) => {
      const [found] = words.exec(text) ?? []
      return found === undefined || sentWords(sent).includes(found) ? [] : [`says « ${found} »`]
    }),
    ...findHeaderFaults(sent, cookie, answer),
    ...(isPage ? findPageFaults(sent, answer) : []),
    ...(status >= 400 && !isPage && sent.address.startsWith('/fr')
      ? ['a refusal without a page']
      : []),
  ]
}

function findHeaderFaults(sent: Draft, cookie: string | null, { status, headers }: Answer) {
  const missing = safe.filter((name) => !headers.has(name))
  const caching = headers.get('Cache-Control') ?? ''
  const kept = isPersonal(sent, cookie) && !/no-store/.test(caching)
  return [
    ...missing.map((name) => `no ${name}`),
    ...(kept ? [`may be kept: ${caching}`] : []),
    ...findWayFaults(status, headers.get('Location')),
  ]
}

const safe = ['Content-Security-Policy', 'X-Content-Type-Options', 'Referrer-Policy']

/** The same for everybody is only what no session is looked up for. */
function isPersonal({ method, address }: Draft, cookie: string | null): boolean {
  if (/^[/](healthz|assets)/.test(address)) return false
  return method === 'POST' || /vivace_session=[\w-]{20}/.test(cookie ?? '')
}

/** A redirect stays within the site. */
function findWayFaults(status: number, to: string | null): string[] {
  if (to === null) return status >= 300 && status < 400 ? ['leads nowhere'] : []
  return /^[/](?![/\\])/.test(to) ? [] : [`leads away, to ${to}`]
}

/** In the reader's language; of a refused form, what is wrong and by which field, and what was typed. */
function findPageFaults(sent: Draft, { status, text }: Answer): string[] {
  const [, lang] = /^\s*<!doctype html>\s*<html lang="([^"]*)"/.exec(text) ?? []
  const [, locale] = /^[/](fr|en|es)(?=[/?]|$)/.exec(sent.address) ?? []
  const faults = locale && lang !== locale ? [`in ${lang ?? 'no language'}`] : []
  // What is asked for by its address alone has no field, and whoever is first asked for the terms made no mistake.
  const isAsked = text.includes('name="asked-for-terms"') && !text.includes('error-summary')
  return status === 422 && sent.method === 'POST' && !isAsked
    ? [...faults, ...findFormFaults(sent, text)]
    : faults
}

function findFormFaults(sent: Draft, text: string): string[] {
  const [, summary = ''] = /class="error-summary"[^>]*>([^]*?)<[/]div>/.exec(text) ?? []
  const named = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id)
  const nowhere = named.filter((id) => !text.includes(` id="${id}"`))
  return [
    ...(named.length === 0 ? ['refused, and no field is named'] : []),
    ...nowhere.map((id) => `names #${id}, which is not there`),
    ...typedIn(sent).flatMap(({ name, value }) =>
      text.includes(value) ? [] : [`what was typed as ${name} is lost`],
    ),
  ]
}

/** What is long to write again, and stands in a page as it was typed: plain words. */
function typedIn({ body }: Draft) {
  if (body === null || 'text' in body) return []
  const long = body.fields.filter(({ name }) => ['body', 'wording', 'reason'].includes(name))
  const plain = long.filter(({ value }) => /^[\p{L}\d][\p{L}\d ,.’]{0,500}$/u.test(value))
  // A name that is sent twice counts once.
  return plain.filter(({ name }) => long.filter((one) => one.name === name).length === 1)
}

function sentWords({ address, headers, body }: Draft): string {
  return JSON.stringify([address, headers, body])
}

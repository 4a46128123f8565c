import { origin } from '../world.ts'
import type { Break, Broken } from './breaks.ts'
import type { FilledWorld } from './fill.ts'
import type { Name } from './people.ts'
import { strangeFiles } from './junk.ts'
import { readPage, type Field, type PageForm } from './read-page.ts'
import type { Route, Seed } from './routes.ts'

/** One field as it is sent; `bytes` stand percent-encoded already. */
export type SentField = { name: string; value: string; bytes?: boolean; file?: string }

/** A request before it is bytes: what a failure prints, and what the answer is judged by. */
export type Draft = {
  method: 'GET' | 'POST'
  address: string
  as: Name
  headers: [string, string][]
  body: null | { multipart: boolean; fields: SentField[] } | { type: string; text: string }
}

/** What a request of that route is when nothing is wrong with it, then broken as asked. */
export async function draftRequest(
  world: FilledWorld,
  route: Route,
  { seed: which, button, breaks }: Broken,
): Promise<Draft> {
  const seed = route.seeds[which % route.seeds.length]
  if (!seed) throw new Error(`no page leads to ${route.method} ${route.pattern}`)
  const form = route.method === 'POST' ? await readForm(world, seed) : null
  const sound: Draft = {
    method: route.method,
    address: seed.action,
    as: seed.as,
    headers: [],
    body: form && { multipart: form.multipart, fields: fillIn(form.fields, button) },
  }
  return breaks.reduce((draft, one) => breakRequest(draft, one, route), sound)
}

export function toRequest(draft: Draft, cookie: string | undefined): Request {
  const headers = new Headers(draft.method === 'POST' ? { Origin: origin } : {})
  if (cookie !== undefined) headers.set('Cookie', cookie)
  for (const [name, value] of draft.headers) headers.set(name, value)
  const { method, body } = draft
  const url = new URL(draft.address, origin)
  if (body === null) return new Request(url, { method, headers })
  if ('text' in body) {
    if (body.type !== '') headers.set('Content-Type', body.type)
    return new Request(url, { method, headers, body: Buffer.from(body.text) })
  }
  if (body.multipart) return new Request(url, { method, headers, body: multipartOf(body.fields) })
  headers.set('Content-Type', 'application/x-www-form-urlencoded')
  return new Request(url, { method, headers, body: body.fields.map(encodeField).join('&') })
}

/** The form as its page shows it now; where the page has it no more, nothing is left but its address. */
async function readForm(world: FilledWorld, { as, page, action }: Seed): Promise<PageForm> {
  const cookie = world.cookieOf(as)
  const shown = await world.get(page, cookie === undefined ? undefined : { cookie })
  const { forms } = readPage(await shown.text())
  const here = forms.find((form) => (form.action || page) === action && form.method === 'post')
  return here ?? { action, method: 'post', multipart: false, fields: [] }
}

const usual: { [type: string]: string } = {
  text: 'Quelques mots',
  textarea: 'Une raison, en une phrase.',
  email: 'somebody@example.org',
  url: 'https://example.org/',
  number: '1',
}

/** As somebody fills it in who wants to be understood, and presses one of its buttons. */
function fillIn(fields: readonly Field[], button: number): SentField[] {
  return fields.map(({ name, type, value, choices }) => {
    if (type === 'file')
      return { name, value: '', file: button % 3 === 0 ? 'a good one' : 'another kind' }
    if (type === 'submit') return { name, value: choices[button % choices.length] ?? '' }
    return { name, value: value || (choices.find((choice) => choice !== '') ?? usual[type] ?? '') }
  })
}

function breakRequest(draft: Draft, one: Break, route: Route): Draft {
  switch (one.breaks) {
    case 'person':
      return { ...draft, as: one.as }
    case 'cookie':
      return { ...draft, headers: [...draft.headers, ['Cookie', one.value]] }
    case 'header':
    case 'origin':
      return { ...draft, headers: [...draft.headers, [one.name, one.value]] }
    case 'path':
    case 'path with another’s':
      return { ...draft, address: breakPath(draft.address, one, route) }
    case 'query':
      return { ...draft, address: addQuery(draft.address, one) }
    case 'body':
      return { ...draft, body: { type: one.type, text: one.body } }
    default:
      return breakFields(draft, one)
  }
}

type OfPath = Extract<Break, { breaks: 'path' | 'path with another’s' }>

/** Only the parts that the route names can be wrong; else it would be another route's request. */
function breakPath(address: string, one: OfPath, { pattern, seeds }: Route): string {
  const [path = '', ...query] = address.split('?')
  const named = pattern.split('/').flatMap((part, at) => (part.startsWith(':') ? at : []))
  const at = named[one.at % named.length]
  if (at === undefined) return address
  const other = one.breaks === 'path' ? null : seeds[one.seed % seeds.length]
  const parts = path.split('/')
  parts[at] = one.breaks === 'path' ? one.part : (other?.action.split(/[/?]/)[at] ?? '')
  return [parts.join('/'), ...query].join('?')
}

function addQuery(address: string, one: Extract<Break, { breaks: 'query' }>): string {
  const added = Array.from({ length: one.times }, () => encodeField(one)).join('&')
  return `${address}${address.includes('?') ? '&' : '?'}${added}`
}

type OfFields = Exclude<
  Break,
  OfPath | { breaks: 'query' | 'person' | 'cookie' | 'header' | 'origin' | 'body' }
>

function breakFields(draft: Draft, one: OfFields): Draft {
  if (draft.body === null || 'text' in draft.body) return draft
  const { body } = draft
  if (one.breaks === 'multipart') return { ...draft, body: { ...body, multipart: true } }
  const fields =
    one.breaks === 'more fields' ? addFields(body.fields, one) : changeField(body.fields, one)
  return {
    ...draft,
    body: { multipart: body.multipart || one.breaks === 'field by a file', fields },
  }
}

function addFields(
  fields: readonly SentField[],
  { name, value, times }: Extract<Break, { breaks: 'more fields' }>,
): SentField[] {
  return [...fields, ...Array.from({ length: times }, () => ({ name, value }))]
}

type OfOneField = Exclude<OfFields, { breaks: 'multipart' | 'more fields' }>

/** A form without fields gets one that it does not know. */
function changeField(fields: readonly SentField[], one: OfOneField): SentField[] {
  const named = fields.length > 0 ? fields : [{ name: 'unknown', value: 'x' }]
  const at = one.at % named.length
  return named.flatMap((field, index) => (index === at ? brokenField(field, one) : [field]))
}

function brokenField(field: SentField, one: OfOneField): SentField[] {
  const { name } = field
  switch (one.breaks) {
    case 'field by':
      return [{ name, value: one.value }]
    case 'field by bytes':
      return [{ name, value: one.value, bytes: true }]
    case 'field by a file':
      return [{ name, value: '', file: one.file }]
    case 'field':
      if (one.how === 'absent') return []
      if (one.how === 'emptied') return [{ name, value: '' }]
      return one.how === 'twice' ? [field, field] : [{ ...field, name: `${name}[]` }]
  }
}

function encodeField({ name, value, bytes }: SentField): string {
  return `${encode(name)}=${bytes ? value : encode(value)}`
}

/** As a browser does, that sends lone surrogates as U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

function multipartOf(fields: readonly SentField[]): FormData {
  const form = new FormData()
  for (const { name, value, file } of fields) {
    const sent = file === undefined ? undefined : strangeFiles.get(file)
    if (sent) form.append(name, new File([sent.bytes], sent.name))
    else form.append(name, value)
  }
  return form
}

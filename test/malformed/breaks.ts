import * as fc from '../properties.ts'
import { names, type Name } from './people.ts'
import {
  junk,
  strangeBody,
  strangeBytes,
  strangeCookie,
  strangeFiles,
  strangeHeader,
  strangeName,
  strangePart,
} from './junk.ts'
import type { Route } from './routes.ts'

/** One thing that is wrong with a request; `at` chooses among what there is. */
export type Break =
  | { breaks: 'path'; at: number; part: string }
  | { breaks: 'path with another’s'; at: number; seed: number }
  | { breaks: 'query'; name: string; value: string; times: number }
  | { breaks: 'person'; as: Name }
  | { breaks: 'cookie'; value: string }
  | { breaks: 'header'; name: string; value: string }
  | { breaks: 'origin'; name: string; value: string }
  | { breaks: 'field'; at: number; how: 'absent' | 'emptied' | 'twice' | 'as a list' }
  | { breaks: 'field by'; at: number; value: string }
  | { breaks: 'field by bytes'; at: number; value: string }
  | { breaks: 'field by a file'; at: number; file: string }
  | { breaks: 'more fields'; name: string; value: string; times: number }
  | { breaks: 'multipart' }
  | { breaks: 'body'; type: string; body: string }

export type Broken = { seed: number; button: number; breaks: Break[] }

const at = fc.nat({ max: 40 })
const times = fc.constantFrom(1, 1, 2, 30)

const person: fc.Arbitrary<Break> = fc.record({
  breaks: fc.constant('person' as const),
  as: fc.constantFrom(...names),
})
const cookie: fc.Arbitrary<Break> = strangeCookie.map((value) => ({ breaks: 'cookie', value }))
const header: fc.Arbitrary<Break> = strangeHeader.map(([name, value]) => ({
  breaks: 'header',
  name,
  value,
}))
const origin: fc.Arbitrary<Break> = fc.constantFrom<Break>(
  { breaks: 'origin', name: 'Origin', value: 'null' },
  { breaks: 'origin', name: 'Origin', value: 'https://evil.example' },
  { breaks: 'origin', name: 'Origin', value: 'x' },
  { breaks: 'origin', name: 'Sec-Fetch-Site', value: 'cross-site' },
  { breaks: 'origin', name: 'Sec-Fetch-Site', value: 'x' },
)

const field: fc.Arbitrary<Break> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      breaks: fc.constant('field' as const),
      at,
      how: fc.constantFrom('absent', 'emptied', 'twice', 'as a list'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ breaks: fc.constant('field by' as const), at, value: junk }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      breaks: fc.constant('field by bytes' as const),
      at,
      value: strangeBytes,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      breaks: fc.constant('more fields' as const),
      name: strangeName,
      value: junk,
      times,
    }),
  },
)

const file: fc.Arbitrary<Break> = fc.record({
  breaks: fc.constant('field by a file' as const),
  at,
  file: fc.constantFrom(...strangeFiles.keys()),
})

const body: fc.Arbitrary<Break> = strangeBody.map((strange) => ({ breaks: 'body', ...strange }))

/** Sound by itself, and not where it stands: somebody else, somebody else's, another encoding. */
const displaced: fc.Arbitrary<Break> = fc.oneof(
  person,
  fc.record({ breaks: fc.constant('path with another’s' as const), at, seed: at }),
  fc.constant<Break>({ breaks: 'multipart' }),
)

/** Requests of a route that are nearly right, with one to three things wrong; the first is malformed. */
export function brokenRequests(route: Route): fc.Arbitrary<Broken> {
  const malformed = breaksOf(route)
  const more = fc.oneof({ weight: 4, arbitrary: malformed }, { weight: 1, arbitrary: displaced })
  const breaks = fc
    .tuple(malformed, fc.array(more, { maxLength: 2 }))
    .map(([first, others]) => [first, ...others])
  return fc.record({ seed: fc.nat({ max: 100 }), button: fc.nat({ max: 5 }), breaks })
}

/** What every handler must bear: each part of its address as a number that no column holds. */
export function hugeNumbers({ pattern }: Route): [Broken][] {
  const parts = pattern.split('/').filter((part) => part.startsWith(':'))
  return parts.map((_, index) => {
    const huge: Break = { breaks: 'path', at: index, part: '9223372036854775808' }
    return [{ seed: 0, button: 0, breaks: [huge] }]
  })
}

function breaksOf({ method, pattern, asked }: Route): fc.Arbitrary<Break> {
  const path = fc.record({ breaks: fc.constant('path' as const), at, part: strangePart })
  const name = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...asked, 'page') },
    { weight: 1, arbitrary: strangeName },
  )
  const query = fc.record({ breaks: fc.constant('query' as const), name, value: junk, times })
  const inBody = [
    { weight: 16, arbitrary: field },
    { weight: pattern.endsWith('/import') ? 10 : 1, arbitrary: file },
    { weight: 1, arbitrary: body },
    { weight: 1, arbitrary: origin },
  ]
  return fc.oneof(
    { weight: pattern.includes(':') ? 2 : 0, arbitrary: path },
    { weight: method === 'GET' ? 9 : 1, arbitrary: query },
    { weight: 1, arbitrary: cookie },
    { weight: 3, arbitrary: header },
    ...(method === 'POST' ? inBody : []),
  )
}

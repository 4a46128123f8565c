import { readFileSync } from 'node:fs'
import { drawBy, type Draw } from './draw.ts'
import { beginning, day, hour, minute, second, type Post, type RealArguments } from './post.ts'

type Argument = { body: string; side: 'for' | 'against'; trashed: boolean }

/** A workshop in a town hall, on the second afternoon: people who made their account there, half an hour ago. */
const begins = beginning + day + 6 * hour
const townHall = '192.0.2.44'

/**
 * So many arguments of the consultation, as they are: 40 people behind one address, three in ten with a link; one in
 * sixteen says again, once, what they or their neighbour have said. All else is left to be copied.
 */
export function drawHonestCrowd(file: string, seed: number, count = 200): RealArguments {
  const draw = drawBy(seed)
  const said = draw.shuffled(readArguments(file))
  const repeats = Math.round(count / 16)
  const linked = Math.round(count * 0.3)
  const withLink = said.filter(({ body }) => hasLink(body)).slice(0, linked)
  const without = said.filter(({ body }) => !hasLink(body)).slice(0, count - linked - repeats)
  const people = Array.from({ length: Math.round(count / 5) }, (_, nth) => `Personne ${nth + 1}`)
  const posts = draw
    .shuffled([...withLink, ...without])
    .map(({ body, side }, nth) =>
      postOf(draw, { account: people[nth % people.length] ?? '', body, side }),
    )
  const again = draw
    .shuffled(posts.filter(({ body }) => !hasLink(body)))
    .slice(0, repeats)
    .map((post) => repeat(draw, post, people))
  const taken = new Set([...withLink, ...without].map(({ body }) => body))
  return {
    honest: [...posts, ...again].toSorted((one, other) => one.openedAt - other.openedAt),
    elsewhere: said.map(({ body }) => body).filter((body) => !taken.has(body)),
  }
}

function readArguments(file: string): Argument[] {
  const read: { arguments: Argument[] } = JSON.parse(readFileSync(file, 'utf8'))
  return read.arguments.filter(({ body, trashed }) => !trashed && body.trim() !== '')
}

export function hasLink(body: string): boolean {
  return /https?:\/\//.test(body)
}

type Said = { account: string; body: string; side: 'for' | 'against' }

function postOf(draw: Draw, { account, body, side }: Said): Post {
  return {
    strategy: 'honest',
    account,
    joinedAt: begins - draw.between(2, 30) * minute,
    address: townHall,
    openedAt: begins + draw.between(0, 3 * 60) * minute + draw.between(0, 59) * second,
    writing: timeToWrite(draw, body),
    reading: draw.between(3, 40) * second,
    way: 'previewed',
    hidden: 'own',
    fillsAll: false,
    likeABrowser: true,
    stance: side,
    body,
  }
}

/** Read for a while, then typed at three to six signs a second, or brought along and pasted, one time in six. */
function timeToWrite(draw: Draw, body: string): number {
  if (draw.happens(1 / 6)) return draw.between(12, 60) * second
  const rate = 3 + 3 * draw.share()
  return draw.between(10, 120) * second + Math.round((body.length / rate) * second)
}

/** The same words, a while later, by the same person or by somebody else. */
function repeat(draw: Draw, post: Post, people: readonly string[]): Post {
  return {
    ...post,
    account: draw.happens(0.5) ? post.account : draw.of(people),
    openedAt: post.openedAt + post.writing + draw.between(1, 30) * minute,
    writing: draw.between(12, 60) * second,
  }
}

import type { Browser } from 'playwright-core'
import { drawHonestCrowd } from './honest-crowd.ts'
import type { Post } from './post.ts'
import { sendByBrowser } from './send-by-browser.ts'
import { sendingByHttp, type Outcome } from './send-by-http.ts'
import type { Site } from './site.ts'
import { strategies } from './strategies.ts'

export type Size = {
  honest: number
  /** Of each strategy. */
  posts: number
  /** Of each that waits like people: the first ones, through a browser. */
  throughBrowser: number
}

export type Sent = { post: Post; outcome: Outcome }

/** Sent at once: a busy site has requests of several people in hand. */
const atOnce = 4

/**
 * Sends an honest crowd and every strategy to the site, in the order of time. What follows those that went through a browser sends
 * the very fields that it sent, or it is an error.
 */
export async function attack(
  site: Site,
  {
    file,
    seed,
    size,
    browser,
  }: { file: string; seed: number; size: Size; browser: Browser | null },
): Promise<Sent[]> {
  const real = drawHonestCrowd(file, seed, size.honest)
  const spam = strategies.flatMap((strategy) => strategy.posts(seed, size.posts, real))
  const posts = [...real.honest, ...spam].toSorted((one, other) => endOf(one) - endOf(other))
  const byHttp = sendingByHttp(site, seed)
  const left = new Map<string, number>()
  const shown = new Map<string, string>()

  const send = async (post: Post): Promise<Sent> => {
    const used = left.get(post.strategy) ?? 0
    const browses = post.likeABrowser && post.strategy !== 'honest' && used < size.throughBrowser
    if (browser && browses) {
      left.set(post.strategy, used + 1)
      const { outcome, requests } = await sendByBrowser(browser, site, post)
      shown.set(post.strategy, requests.join('\n'))
      return { post, outcome }
    }
    const { outcome, requests } = await byHttp(post)
    const example = shown.get(post.strategy)
    if (example !== undefined && requests.join('\n') !== example)
      throw new Error(`a browser sent\n${example}\nand not\n${requests.join('\n')}`)
    return { post, outcome }
  }

  const sent: Sent[] = []
  const waiting = posts.values()
  const work = async () => {
    for (const post of waiting) sent.push(await send(post))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return sent
}

function endOf({ openedAt, writing, reading }: Post): number {
  return openedAt + writing + reading
}

import type { Hono } from 'hono'
import { sessionCookie } from '../src/people/index.ts'
import type { Env } from '../src/request.ts'
import { origin } from './world.ts'

/** A browser as far as a test of the pages needs one: it keeps the site's cookie. */
export type Browsing = {
  cookie: string | undefined
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, form?: [string, string][]): Promise<Response>
}

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

export function startBrowsing(app: Hono<Env>, agent = firefox): Browsing {
  const ask = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    headers.set('User-Agent', agent)
    if (browsing.cookie !== undefined) headers.set('Cookie', browsing.cookie)
    const response = await app.request(new URL(path, origin), { ...init, headers })
    for (const given of response.headers.getSetCookie()) {
      const [pair = ''] = given.split(';')
      if (!pair.startsWith(`${sessionCookie}=`)) throw new Error(`another cookie: ${pair}`)
      browsing.cookie = pair.endsWith('=') ? undefined : pair
    }
    return response
  }
  const browsing: Browsing = {
    cookie: undefined,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, form = []) =>
      ask(path, {
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      }),
  }
  return browsing
}

/** Where an answer leads to. */
export function locationOf(response: Response): string {
  return response.headers.get('Location') ?? `${response.status}, nowhere`
}

import type { World } from '../../world.ts'
import { findPattern } from '../../malformed/routes.ts'
import { serve } from '../serve.ts'
import { numbersIn } from './vectors.ts'

const policy = 'Content-Security-Policy'

/** Which vectors were sent to browsers, by the pattern of the route that sent them. */
export type Shown = Map<string, Set<number>>

/**
 * The world's pages as a browser meets them, and noted. `blocking`: as they are; else their policy blocks
 * nothing and is reported all the same, so that what runs is kept by nothing but the page itself.
 */
export async function serveWatched(
  world: World,
  shown: Shown,
  { blocking }: { blocking: boolean },
) {
  const fetch = async (request: Request): Promise<Response> => {
    // What is sent is read here.
    const asked = new Headers(request.headers)
    asked.delete('Accept-Encoding')
    const response = await world.app.fetch(new Request(request, { headers: asked }))
    const headers = new Headers(response.headers)
    const said = headers.get(policy)
    if (!blocking && said !== null) {
      headers.delete(policy)
      headers.set(`${policy}-Report-Only`, said)
    }
    const isPage = headers.get('Content-Type')?.startsWith('text/html') === true
    const { status } = response
    if (!isPage) return new Response(response.body, { status, headers })
    const page = await response.text()
    note(shown, findPattern(world.app, asMethod(request.method), request.url), page)
    return new Response(page, { status, headers })
  }
  return serve({ app: { fetch } })
}

function asMethod(method: string): 'GET' | 'POST' {
  return method === 'POST' ? 'POST' : 'GET'
}

function note(shown: Shown, pattern: string | null, page: string): void {
  const route = pattern ?? 'not found'
  const seen = shown.get(route) ?? new Set()
  for (const number of numbersIn(page)) seen.add(number)
  shown.set(route, seen)
}

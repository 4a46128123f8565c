import type { Browser } from 'playwright-core'
import { sessionCookie } from '../../src/people/index.ts'
import type { Post } from './post.ts'
import type { Outcome, Requests } from './send-by-http.ts'
import { timeHeader, type Site } from './site.ts'

type Sent = { outcome: Outcome; requests: Requests }

/** Sends a post as people do, in a browser with its script; the time goes on as the post says. */
export async function sendByBrowser(browser: Browser, site: Site, post: Post): Promise<Sent> {
  const context = await browser.newContext({ baseURL: site.publicUrl, locale: 'fr-FR' })
  try {
    const [, value = ''] = (await site.cookieOf(post)).split('=')
    await context.addCookies([{ name: sessionCookie, value, url: site.publicUrl }])
    const setTime = (at: number) =>
      context.setExtraHTTPHeaders({ 'X-Forwarded-For': post.address, [timeHeader]: String(at) })
    await setTime(post.openedAt)
    const page = await context.newPage()
    const requests: Requests = []
    page.on('request', (request) => {
      if (!request.isNavigationRequest() || request.redirectedFrom()) return
      const sent = request.postData()
      requests.push([request.method(), ...namesIn(sent ?? '')].join(' '))
    })
    await page.goto(site.form)
    await page.locator(`input[name=stance][value=${post.stance}]`).check()
    await page.locator('textarea[name=body]').fill(post.body)
    await setTime(post.openedAt + post.writing)
    await page.locator('button[name=step][value=preview]').first().click()
    await setTime(post.openedAt + post.writing + post.reading)
    await page.locator('button[name=step][value=publish]').click()
    await page.waitForURL(/receipt$|\/contributions$/)
    const [, number] = /\/contributions\/(\d+)\/receipt$/.exec(page.url()) ?? []
    const outcome = number === undefined ? { status: 422 } : { number: Number(number) }
    return { outcome, requests }
  } finally {
    await context.close()
  }
}

/** The names of the fields of a form with files (RFC 7578), in their order. */
function namesIn(sent: string): string[] {
  const parts = sent.matchAll(/^Content-Disposition: form-data; name="([^"]*)"/gm)
  return Array.from(parts, ([, name = '']) => name)
}

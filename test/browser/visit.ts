import assert from 'node:assert/strict'
import type { Browser, BrowserContext, ConsoleMessage, Page, Request } from 'playwright-core'

export type Width = 320 | 1280

export type VisitOptions = {
  baseUrl: string
  script: boolean
  width: Width
  locale: string
  touch?: boolean
  cookie?: { name: string; value: string } | undefined
}

/** `close` fails the test if `problems` holds any; a test that expects some takes them out. */
export type Visit = { page: Page; problems: string[]; close: () => Promise<void> }

/** A page in a fresh context that notes every fault a reader's browser would notice. */
export async function openPage(browser: Browser, options: VisitOptions): Promise<Visit> {
  const { baseUrl, script, width, locale, touch = false, cookie } = options
  const context = await browser.newContext({
    baseURL: baseUrl,
    javaScriptEnabled: script,
    viewport: screenOf(width),
    locale,
    hasTouch: touch,
    isMobile: touch,
  })
  if (cookie !== undefined) await context.addCookies([{ ...cookie, url: baseUrl }])
  const problems = collectProblems(context, new URL(baseUrl).origin)
  const page = await context.newPage()
  const close = async () => {
    await context.close()
    assert.deepEqual(problems, [], `problems on ${baseUrl}`)
  }
  return { page, problems, close }
}

/** Shows the page now open on the other screen: nothing of it is sent or asked for again. */
export async function resize(page: Page, width: Width): Promise<void> {
  await page.setViewportSize(screenOf(width))
}

function screenOf(width: Width): { width: Width; height: number } {
  return { width, height: width === 320 ? 640 : 800 }
}

function collectProblems(context: BrowserContext, origin: string): string[] {
  const problems: string[] = []
  const note = (problem: string | null) => {
    if (problem !== null && !problems.includes(problem)) problems.push(problem)
  }
  context.on('console', (message) => note(judgeMessage(message)))
  context.on('weberror', (failure) => note(`page error: ${failure.error().message}`))
  context.on('request', (request) => note(judgeAddress(request.url(), origin)))
  context.on('requestfailed', (request) => note(judgeFailure(request)))
  context.on('response', (response) => note(judgeStatus(response.request(), response.status())))
  context.on('page', (page) => {
    page.on('websocket', (socket) => note(judgeAddress(socket.url(), origin)))
  })
  return problems
}

function judgeMessage(message: ConsoleMessage): string | null {
  const text = message.text()
  // Says again, without the request's kind, what judgeStatus and judgeFailure judge by it.
  if (text.startsWith('Failed to load resource')) return null
  if (text.includes('Content Security Policy')) return `CSP violation: ${text}`
  return message.type() === 'error' ? `console error: ${text}` : null
}

function judgeAddress(url: string, origin: string): string | null {
  const address = new URL(url)
  if (!/^(?:http|ws)s?:$/.test(address.protocol)) return null
  const isOurs = address.origin.replace(/^ws/, 'http') === origin
  return isOurs ? null : `request to another origin: ${url}`
}

function judgeFailure(request: Request): string | null {
  const reason = request.failure()?.errorText ?? ''
  // Leaving a page and starting a download abort; the console tells of what CSP blocks.
  if (reason === 'net::ERR_ABORTED' || reason === 'csp') return null
  return `request failed: ${request.url()}: ${reason}`
}

function judgeStatus(request: Request, status: number): string | null {
  // A document or a fetch may rightly be answered 404 or 422; what a page links may not be missing.
  const isAnswered = ['document', 'fetch', 'xhr'].includes(request.resourceType())
  return status >= (isAnswered ? 500 : 400) ? `status ${status}: ${request.url()}` : null
}

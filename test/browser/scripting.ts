import type { Page } from 'playwright-core'

type PageFunction = ((...given: never[]) => unknown) & { name: string }

declare const matchMedia: (query: string) => { matches: boolean }

/**
 * Lets an audit run scripts in a page that was loaded without them, so that what is judged is that
 * very page and not another one loaded with scripts. Returns what puts the page back.
 */
export async function allowScripts(page: Page): Promise<() => Promise<void>> {
  if (await page.evaluate(() => matchMedia('(scripting: enabled)').matches)) return async () => {}
  const session = await page.context().newCDPSession(page)
  const setDisabled = async (value: boolean) => {
    await session.send('Emulation.setScriptExecutionDisabled', { value })
  }
  // A new session believes scripts allowed and ignores being told so: it must forbid them first.
  await setDisabled(true)
  await setDisabled(false)
  // The session stays open: closing it would allow scripts again.
  return async () => setDisabled(true)
}

/**
 * Calls the first of these functions in the page. They may call each other, and must be declared
 * at the top of their file: a page knows nothing else of it.
 */
export async function runInPage<Result>(
  page: Page,
  functions: [PageFunction, ...PageFunction[]],
  argument: number | null = null,
): Promise<Result> {
  const call = `return ${functions[0].name}(${argument})`
  return page.evaluate<Result>(`(() => { ${functions.map(String).join('\n')}\n${call} })()`)
}

import axe from 'axe-core'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import type { Page } from 'playwright-core'
import { findUnmarkedFocus } from './focus.ts'
import { findLayoutFaults } from './layout.ts'
import { allowScripts } from './scripting.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SHOWN_OF_A_RULE = 5

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      'heading-level': ['error', { allowMultipleH1: true, minInitialRank: 'any' }],
      'input-attributes': 'error',
      'input-missing-label': 'error',
      'no-inline-style': 'error',
      'no-missing-references': 'error',
      'no-unknown-elements': 'error',
      // Matters of style; and Safari needs `role="list"` on a list without bullets.
      'no-implicit-button-type': 'off',
      'no-redundant-for': 'off',
      'no-redundant-role': 'off',
    },
  }),
)

type Violation = { id: string; help: string; targets: string[] }

// What this file uses of the page's own globals; our compiler knows only those of Node.
declare const document: {
  title: string
  documentElement: { lang: string; dir: string }
  querySelectorAll: (selector: string) => { length: number }
}
declare const window: { axe: { run: typeof axe.run } }

/**
 * What is wrong with a loaded page, one sentence a fault; `html` is its source as served. `layout`: only
 * what depends on the width and direction of the page.
 */
export async function auditPage(
  page: Page,
  html: string,
  depth: 'all' | 'layout' = 'all',
): Promise<string[]> {
  const restoreScripts = await allowScripts(page)
  try {
    const ofLayout = [...(await findDocumentFaults(page)), ...(await findLayoutFaults(page))]
    if (depth === 'layout') return ofLayout
    return [
      ...(await validateHtml(html)),
      ...ofLayout,
      ...(await findViolations(page)),
      ...(await findUnmarkedFocus(page)),
    ]
  } finally {
    await restoreScripts()
  }
}

async function validateHtml(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column, message }) => `${ruleId}: ${line}:${column}: ${message}`),
  )
}

async function findDocumentFaults(page: Page): Promise<string[]> {
  const facts = await page.evaluate(() => ({
    title: document.title.trim(),
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    headings: document.querySelectorAll('h1').length,
    mains: document.querySelectorAll('main, [role="main"]').length,
  }))
  return [
    facts.title === '' ? 'document: html: no title' : [],
    facts.lang === '' ? 'document: html: no lang' : [],
    facts.dir === 'ltr' || facts.dir === 'rtl' ? [] : 'document: html: no dir',
    facts.headings === 1 ? [] : `document: h1: ${facts.headings} instead of one`,
    facts.mains === 1 ? [] : `document: main: ${facts.mains} instead of one`,
  ].flat()
}

async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async (tags): Promise<Violation[]> => {
    const options = { runOnly: tags, resultTypes: ['violations' as const] }
    const results = await window.axe.run(options)
    return results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      targets: nodes.map((node) => node.target.flat().join(' ')),
    }))
  }, WCAG)
  return violations.flatMap(({ id, help, targets }) => {
    const rest = targets.length - SHOWN_OF_A_RULE
    const shown = targets.slice(0, SHOWN_OF_A_RULE)
    return shown.concat(rest > 0 ? `${rest} more` : []).map((at) => `${id}: ${at}: ${help}`)
  })
}

import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { carrier, type Carried, type ParsedBlock } from '../text/index.ts'
import {
  anchorLine,
  countParagraphs,
  findPassage,
  placesOf,
  type Anchor,
  type Place,
} from './anchor.ts'
import { readTexts } from './read-text.ts'
import { refuse } from './refuse.ts'

export function addCarry(vivace: Command): void {
  vivace
    .command('carry')
    .description('find passages of a document in the same text as it is now')
    .argument('<old>', 'a .md, .html or .docx file')
    .argument('<new>', 'the same text as it is now, in any of these formats')
    .requiredOption(
      '--anchors <file>',
      'the passages, a line of JSON each: {id, heading, paragraph, exact, prefix, suffix}',
    )
    .addHelpText(
      'after',
      '\nPrints where each stands now, a line of JSON each: {id, state, heading, paragraph, exact, start, end, score, rule}.' +
        '\ndocs/passages-format.md says what they are.',
    )
    .action(carryAnchors)
}

async function carryAnchors(oldPath: string, newPath: string, given: unknown): Promise<void> {
  const { anchors: path } = z.object({ anchors: z.string() }).parse(given)
  const anchors = await readAnchors(path)
  if (!anchors) return
  const texts = await readTexts(oldPath, newPath)
  if (!texts) return
  const [old, now] = [texts.old.blocks, texts.now.blocks]
  const carry = carrier(old, now)
  const paragraphs = countParagraphs(texts.old)
  const places = placesOf(texts.now)
  const lines = anchors.map((anchor) => {
    const passage = findPassage(anchor, old, paragraphs)
    const carried: Carried = passage
      ? carry(passage)
      : { state: 'orphan', rule: 'not-in-old', score: 0 }
    return JSON.stringify(tellCarried(anchor.id, carried, now, places))
  })
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}

async function readAnchors(path: string): Promise<Anchor[] | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) {
    refuse(`${path} cannot be read.`)
    return null
  }
  const anchors: Anchor[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = parseJson(line)
    if (parsed === undefined) {
      refuse(`${path}, line ${index + 1}: not JSON.`)
      return null
    }
    const anchor = anchorLine.safeParse(parsed)
    if (!anchor.success) {
      refuse(
        `${path}, line ${index + 1}: not an anchor: ${anchor.error.issues.map(sayIssue).join(', ')}`,
      )
      return null
    }
    anchors.push(anchor.data)
  }
  return anchors
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function sayIssue({ path, message }: { path: PropertyKey[]; message: string }): string {
  return path.length > 0 ? `${path.join('.')}: ${message}` : message
}

function tellCarried(
  id: string | number,
  carried: Carried,
  now: readonly ParsedBlock[],
  places: ReadonlyMap<number, Place>,
) {
  const { state, rule } = carried
  const score = Math.round(carried.score * 1000) / 1000
  if (carried.state === 'orphan')
    return {
      id,
      state,
      heading: null,
      paragraph: null,
      exact: null,
      start: null,
      end: null,
      score,
      rule,
    }
  const { block, start, end } = carried
  const { heading = null, paragraph = null } = places.get(block) ?? {}
  return {
    id,
    state,
    heading,
    paragraph,
    exact: now[block]?.text.slice(start, end) ?? '',
    start,
    end,
    score,
    rule,
  }
}

import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { requireReport, type PlacedBlock } from '../reports/index.ts'
import { frameOf, sendForm, type Env } from '../request.ts'
import { isBlank } from '../text/index.ts'
import { coveredRange } from './amendment.ts'
import { AmendmentPage } from './amendment-page.tsx'
import { choicesOf, sentencesIn, trimWords } from './choices.ts'
import { rangeOf, wholePassage } from './choose-passage.ts'
import type { Place } from './find-place.ts'
import { findVoice } from './find-voice.ts'
import { writerOf } from './keep-typed.tsx'
import { parseForm, parseSentences } from './forms.ts'
import {
  findLatestPlace,
  openForm,
  receiveForm,
  type Asked,
  type FormPage,
} from './receive-form.ts'

/** Amending: tick sentences, rewrite them, look at the redline, publish. */
export const amendmentRoutes = new Hono<Env>()
  .get('/reports/:slug/passages/:block/amendment', async (c) => {
    const asked = await askedOf(c)
    authorize(c.var.actor, 'contribution.submit', { reportId: asked.report.id })
    const place = await findLatestPlace(c, asked)
    const block = requireBlock(place)
    const ticked = readTicked(c, block)
    const [only, ...others] = choicesOf(block)
    const sentences = ticked.length === 0 && others.length === 0 ? (only?.sentences ?? []) : ticked
    const range = coveredRange(block, sentences)
    const refused = !range && (c.req.query('step') === 'rewrite' || sentences.length > 0)
    const form = await openForm(c, place, {
      kind: 'amendment',
      choice: { ...wholePassage, sentences },
      wording: range ? trimWords(block.text.slice(range.start, range.end)) : '',
    })
    return page.show(c, place, refused ? { ...form, problems: [chooseProblem(sentences)] } : form)
  })
  .post('/reports/:slug/passages/:block/amendments', async (c) =>
    receiveForm(c, await askedOf(c), page, 'amendment'),
  )

async function askedOf(c: Context<Env>): Promise<Asked> {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  return { report, blockId: c.req.param('block') ?? '', topicId: null, replyTo: null }
}

function requireBlock({ block }: Place): PlacedBlock {
  if (!block) throw new NotFound('passage')
  return block
}

const page: FormPage = {
  show: async (c, place, shown) => {
    const block = requireBlock(place)
    const range = coveredRange(block, shown.fields.choice.sentences)
    const { pathname, search } = page.addressOf(c, place, shown.fields)
    return sendForm(
      c,
      <AmendmentPage
        frame={frameOf(c, pathname + search)}
        place={{ ...place, block }}
        shown={shown}
        writer={writerOf(c.var.actor)}
        voice={await findVoice(c.var.db, c.var.actor, place.report, c.var.now)}
        current={range && trimWords(block.text.slice(range.start, range.end))}
      />,
      shown,
    )
  },
  addressOf: (c, place, { choice: { sentences } }) => {
    const passage = `/${c.var.locale}/reports/${place.report.slug}/passages/${place.block?.id}`
    const address = new URL(`${passage}/amendment`, c.req.url)
    if (sentences.length > 0) address.searchParams.set('sentence', sentences.join('-'))
    return address
  },
}

/** What was ticked; or all that the exact words stand in, which a reader selected. */
function readTicked(c: Context<Env>, block: PlacedBlock): number[] {
  const ticked = parseSentences(c.req.queries('sentence'))
  const { choice } = parseForm(c.req.query())
  if (ticked.length > 0 || isBlank(choice.words)) return ticked
  const range = rangeOf(block, choice)
  return range ? sentencesIn(block, range) : []
}

function chooseProblem(sentences: number[]): 'no-sentence-chosen' | 'sentences-not-consecutive' {
  return sentences.length === 0 ? 'no-sentence-chosen' : 'sentences-not-consecutive'
}

import { setTimeout as delay } from 'node:timers/promises'
import { gatherIntents, sayAtLast, type Acknowledged } from './authors.ts'
import type { Part, Site } from './site.ts'

/** One kill in the middle of many submissions, and what became of each of these. */
export type Round = {
  part: Part
  killedAt: Date
  restartedAt: Date
  acknowledged: Acknowledged[]
}

export type Plan = {
  part: Part
  name: string
  /** The kill comes once so many submissions are acknowledged, and so many milliseconds later. */
  after: number
  pause: number
  /** It comes while the mail server has taken a mail and not yet said so: the worst moment. */
  midMail: boolean
}

export const submissions = 200
const clients = 8

/** From the first quarter of the submissions on, to the last one. */
export function planRound(part: Part, at: number, random: () => number): Plan {
  return {
    part,
    name: `${part}-${at}`,
    after: Math.floor(submissions * (0.25 + random() / 2)),
    pause: Math.floor(random() * 40),
    midMail: at % 2 === 0,
  }
}

export async function playRound(site: Site, plan: Plan): Promise<Round> {
  const intents = await gatherIntents(site, { round: plan.name, count: submissions })
  const acknowledged: Acknowledged[] = []
  const moment = Promise.withResolvers<void>()
  const client = async () => {
    for (let next = intents.shift(); next; next = intents.shift()) {
      acknowledged.push(await sayAtLast(site, next))
      if (acknowledged.length === plan.after) moment.resolve()
    }
  }
  const saying = Promise.all(Array.from({ length: clients }, client))
  await Promise.race([moment.promise, saying])
  await delay(plan.pause)
  const killing = plan.midMail ? killMidMail(site, plan.part, saying) : site.kill(plan.part)
  const [killed] = await Promise.all([killing, saying])
  site.assertRunning()
  return { part: plan.part, ...killed, acknowledged }
}

async function killMidMail(site: Site, part: Part, saying: Promise<unknown>) {
  const held = site.holdMails()
  await Promise.race([held.heard(), saying])
  // Were another one under way, it would be heard by now.
  await delay(100)
  const killing = site.kill(part)
  setTimeout(() => held.letGo(), 50)
  return killing
}

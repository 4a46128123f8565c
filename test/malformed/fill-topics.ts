import { keepTopicsAs, dayIn, question, readTopics, topicsPath } from '../keep-topics.ts'
import { publish } from '../take-part.ts'
import type { World } from '../world.ts'
import type { Page } from './people.ts'

/** A topic that is open, with everything that one can have, and a draft with a phase that is to come. */
export async function fillTopics(world: World): Promise<Page[]> {
  const camille = await world.person({ name: 'Camille' })
  const nour = await world.person({ name: 'Nour' })
  const keeping = keepTopicsAs(world, camille)
  const block = await world.blockWith('Chaque commune publie')
  const open = await keeping.open({
    ...question,
    assertion: 'Un guichet est ouvert.',
    passage: block.id,
    quote: '',
    name: 'Awa',
    about: 'habitante',
    place: 'Kéréba',
    lang: 'fr',
    words: 'Je reviens.',
  })
  await publish(world, nour, { path: `${readTopics}/${open}/contributions`, body: 'Le samedi.' })
  const draft = await keeping.begin({ ...question, title: 'Une ébauche de sujet' })
  await keeping.addPhase(draft, { opensOn: dayIn(5), closesOn: dayIn(9) })
  const read = [
    readTopics,
    `${readTopics}/${open}`,
    `${readTopics}/${open}/participants?page=1`,
    `/fr/reports/petite-loi/contributions?topic=${open}&phase=1`,
  ]
  const kept = [
    topicsPath,
    '/fr/workshop/reports/petite-loi/topic',
    `${topicsPath}/${open}?done=kept`,
    `${topicsPath}/${open}/words`,
    `${topicsPath}/${draft}/publication`,
    `${topicsPath}/${draft}/phase`,
    `${topicsPath}/${draft}/phases/1`,
    `${topicsPath}/${draft}/phases/1/end`,
    `${topicsPath}/${open}/phases/1/end`,
  ]
  return [
    ...read.map((path): Page => ['visitor', path]),
    ['Nour', `${readTopics}/${open}/contribution?kind=remark`],
    ...kept.map((path): Page => ['Camille', path]),
  ]
}

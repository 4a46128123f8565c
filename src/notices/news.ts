/** A contribution that something new is about. */
export type About = {
  number: number
  authorId: number
  /** By whom, as it is shown; null where no name is. */
  voice: string | null
  /** The passage that it was written on, and the one that has its words by now. */
  blocks: readonly string[]
  /** The topic that it, or what it answers, speaks of. */
  topicId: number | null
  /** Itself and all that it replies to, with who wrote each. */
  thread: readonly { number: number; authorId: number }[]
}

/** Something that happened: a contribution, an answer to one or many, an edition, or what an edition did to a passage. */
export type News = {
  what: 'contribution' | 'answer' | 'edition' | 'passage'
  /** Of its entry in the journal. */
  sequence: number
  reportId: number
  /** Of the contribution; else the id of the answer or the edition. */
  id: number
  /** Whose act it is: they are not told of it. */
  actorId: number
  about: readonly About[]
  /** The passage whose text changed. */
  blockId: string | null
}

export type Follow = {
  id: number
  kind: 'report' | 'topic' | 'passage' | 'contribution' | 'person'
  reportId: number | null
  topicId: number | null
  /** The passage, and those that have its words since it was split or merged. */
  blocks: readonly string[]
  number: number | null
  voice: string | null
  /** What the journal had before is not told. */
  from: number
}

export type Follower = {
  personId: number
  /** What was told before, or there to be told. */
  toldUntil: number
  follows: readonly Follow[]
  /** Contributions of their own that they no longer follow. */
  ended: ReadonlySet<number>
  /** Answers to their own contributions are told at once, and so not here. */
  answersAtOnce: boolean
}

/** What somebody is told: about which of the contributions, and by which subscriptions. */
export type Told = { news: News; about: readonly About[]; by: readonly number[] }

export type NewsIndex = ReadonlyMap<string, readonly News[]>

/** Finds what is new by what can be followed, so that nobody's digest looks at all of it. */
export function indexNews(all: readonly News[]): NewsIndex {
  const index = new Map<string, Set<News>>()
  const put = (key: string, news: News) => {
    const known = index.get(key)
    if (known) known.add(news)
    else index.set(key, new Set([news]))
  }
  for (const news of all) for (const key of keysOf(news)) put(key, news)
  return new Map([...index].map(([key, found]) => [key, [...found]]))
}

function keysOf(news: News): string[] {
  if (news.what === 'passage') return [`block/${news.blockId}`]
  const ofEach = news.about.flatMap(({ voice, topicId, blocks, thread }) => [
    ...(topicId === null ? [] : [`topic/${topicId}`]),
    ...blocks.map((id) => `block/${id}`),
    ...thread.flatMap(({ number, authorId }) => [`thread/${number}`, `author/${authorId}`]),
    ...(voice !== null && news.what === 'contribution' ? [`voice/${voice}`] : []),
  ])
  return [`report/${news.reportId}`, ...ofEach]
}

/** What somebody is told of, the newest first, each thing once however many ways it is followed. */
export function gatherNews(index: NewsIndex, follower: Follower): Told[] {
  const told = new Map<News, { about: Set<About>; by: Set<number> }>()
  const tell = (news: News, about: readonly About[], by: number | null) => {
    const known = told.get(news) ?? { about: new Set(), by: new Set() }
    for (const one of about) known.about.add(one)
    if (by !== null) known.by.add(by)
    told.set(news, known)
  }
  for (const follow of follower.follows) {
    for (const news of listByFollow(index, follow)) {
      if (news.sequence <= follow.from) continue
      const about = news.about.filter((one) => isFollowed(follow, one))
      if (news.about.length === 0 || about.length > 0) tell(news, about, follow.id)
    }
  }
  for (const news of index.get(`author/${follower.personId}`) ?? []) {
    const about = news.about.filter((one) => isOwn(follower, one))
    if (about.length > 0) tell(news, about, null)
  }
  return [...told]
    .filter(
      ([{ sequence, actorId }]) => sequence > follower.toldUntil && actorId !== follower.personId,
    )
    .flatMap(([news, { about, by }]) => {
      const left = [...about].filter((one) => !isToldAtOnce(follower, news, one))
      return left.length > 0 || about.size === 0 ? [{ news, about: left, by: [...by] }] : []
    })
    .toSorted(
      (one, other) => other.news.sequence - one.news.sequence || other.news.id - one.news.id,
    )
}

function listByFollow(index: NewsIndex, follow: Follow): News[] {
  const { kind, reportId, topicId, blocks, number, voice } = follow
  const keys = {
    report: [`report/${reportId}`],
    topic: [`topic/${topicId}`],
    passage: blocks.map((id) => `block/${id}`),
    contribution: [`thread/${number}`],
    person: voice === null ? [] : [`voice/${voice}`],
  }[kind]
  return [...new Set(keys.flatMap((key) => index.get(key) ?? []))]
}

function isFollowed({ kind, topicId, blocks, number, voice }: Follow, about: About): boolean {
  if (kind === 'report') return true
  if (kind === 'topic') return about.topicId === topicId
  if (kind === 'passage') return about.blocks.some((id) => blocks.includes(id))
  if (kind === 'person') return about.voice === voice
  return about.thread.some((one) => one.number === number)
}

/** Below something that they wrote and follow still. */
function isOwn({ personId, ended }: Follower, { thread }: About): boolean {
  return thread.some(({ authorId, number }) => authorId === personId && !ended.has(number))
}

function isToldAtOnce({ personId, answersAtOnce }: Follower, { what }: News, about: About) {
  return what === 'answer' && answersAtOnce && about.authorId === personId
}

/** One passage of a report, or what is about no passage of it, with what is told there. */
export type Group<Item> = {
  reportId: number
  passages: { blockId: string | null; items: Item[] }[]
}

/** By report and then by passage, in the order in which each first comes. */
export function groupTold<Item extends Told>(all: readonly Item[]): Group<Item>[] {
  return [...Map.groupBy(all, ({ news }) => news.reportId)].map(([reportId, items]) => ({
    reportId,
    passages: [...Map.groupBy(items, passageOf)].map(([blockId, these]) => ({
      blockId,
      items: these,
    })),
  }))
}

/** Where it stands now: the newest of the blocks that it is about. */
function passageOf({ news, about: [first] }: Told): string | null {
  return news.blockId ?? first?.blocks.at(-1) ?? null
}

import type { Child } from 'hono/jsx'
import { inLanguage, type Locale } from '../platform/messages.ts'
import { isHeading, redline } from '../text/index.ts'
import { ChangeSteps } from '../ui/change-steps.tsx'
import { sayMore } from '../ui/changes-list.tsx'
import { PlaceNote } from '../ui/place-note.tsx'
import { RedlineBlock } from '../ui/redline-block.tsx'
import { startOf } from '../ui/start-of.ts'
import type { ChangedGroup, ToldBlocks } from './group-alike.ts'
import { isPictureChanged, PictureChange } from './picture-change.tsx'
import type { Steps } from './place-changes.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Of the text. */
  lang: string
  group: ChangedGroup
  /** Of its heading. */
  rank: 2 | 3
  /** The passage that somebody was led to. */
  at: string | null
  steps: Steps
  /** Where a passage is read; null where it is nowhere yet. */
  hrefOf: (block: ToldBlocks) => string | null
  /** What is told of it besides. */
  children?: Child
}

/** A passage that changed; those that were removed with it are named, those that moved with it shown where they were edited. */
export function ChangedPassage(props: Props) {
  const { locale, lang, group, rank, steps, hrefOf, children } = props
  const { blockId, others, did, now, places, typographic } = group.first
  const headed = now.some(isHeading)
  const Heading = `h${rank}` as const
  return (
    <section
      class={`change ${did}${typographic ? ' typographic' : ''}`}
      aria-labelledby={`change-${blockId}`}
    >
      <Heading id={`change-${blockId}`}>
        {others.map((id) => (
          <span id={`change-${id}`} />
        ))}
        <PassageName
          lang={lang}
          block={group.first}
          href={hrefOf(group.first)}
          before={words(locale)('passage-that-was', { did })}
        />
        {did === 'moved' && headed && sayMore(locale, { count: group.alike.length, headed })}
      </Heading>
      <ChangeSteps locale={locale} {...steps} />
      {places && <PlaceNote locale={locale} {...places} />}
      {!(headed && did === 'moved' && group.alike.some(isEdited)) && (
        <WhatItSays locale={locale} lang={lang} block={group.first} />
      )}
      <Alike {...props} />
      {children}
    </section>
  )
}

function Alike({ locale, lang, group: { alike }, at, hrefOf }: Props) {
  if (alike.length === 0) return null
  return (
    <details open={alike.some((block) => block.blockId === at || isEdited(block))}>
      <summary>{words(locale)('with-alike', { count: alike.length })}</summary>
      <ul>
        {alike.map((block) => (
          <li id={`change-${block.blockId}`}>
            <PassageName lang={lang} block={block} href={hrefOf(block)} />
            {block.did === 'moved' && isEdited(block) && (
              <WhatItSays locale={locale} lang={lang} block={block} />
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function textOf(blocks: ToldBlocks['old']): string {
  return blocks.map(({ text }) => text).join('\n')
}

function isEdited({ did, old, now }: ToldBlocks): boolean {
  return did === 'moved' && textOf(old) !== textOf(now)
}

type BlockProps = Pick<Props, 'locale' | 'lang'> & { block: ToldBlocks }

function WhatItSays({ locale, lang, block: { did, old, now } }: BlockProps) {
  const [before, after] = [textOf(old), textOf(now)]
  const pictures = { before: old[0]?.picture, after: now[0]?.picture }
  const pictured = isPictureChanged(pictures.before, pictures.after)
  return (
    <>
      {before === after && !pictured && <p class="fine">{words(locale)('same-words', { did })}</p>}
      {(before !== after || did === 'edited') && (
        <div class="changed-words" {...inLanguage(lang)}>
          <RedlineBlock
            locale={locale}
            old={old}
            now={now}
            runs={redline(before, after)}
            headingLevel={null}
            pictured
          />
        </div>
      )}
      <PictureChange locale={locale} {...pictures} />
    </>
  )
}

type NameProps = { lang: string; block: ToldBlocks; href: string | null; before?: string }

/** What it was, and what it begins with. */
function PassageName({ lang, block, href, before: label }: NameProps) {
  const named = (
    <>
      {label && <span class="did">{`${label} `}</span>}
      <bdi {...inLanguage(lang)}>{startOf({ text: textOf(block.now) || textOf(block.old) })}</bdi>
    </>
  )
  return href === null ? named : <a href={href}>{named}</a>
}

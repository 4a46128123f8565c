import { offeredLocales, type OfferedLocale } from '../messages.ts'

/** The offered language that the browser prefers (RFC 9110 §12.5.4); the first offered where it names none. */
export function negotiateLocale(header: string | undefined): OfferedLocale {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean)
      return { language: tag.toLowerCase().split('-')[0], quality: Number(quality ?? 1) }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
  for (const { language } of wishes) {
    const offered = offeredLocales.find((locale) => locale === language)
    if (offered) return offered
  }
  return offeredLocales[0]
}

import type { Locale } from '../platform/messages.ts'

/** Where organisations are found, and one is made. */
export function organisationsAt(locale: Locale) {
  return { list: `/${locale}/organisations`, form: `/${locale}/organisation` }
}

/** The addresses of an organisation. */
export function addressesOf(locale: Locale, { slug }: { slug: string }) {
  const page = `/${locale}/organisations/${slug}`
  const members = `${page}/members`
  const member = (id: number) => `${members}/${id}`
  const verification = `${page}/verification`
  const handOver = `${page}/hand-over`
  return {
    page,
    description: `${page}/description`,
    membership: `${page}/membership`,
    leaving: `${page}/membership/end`,
    members,
    member,
    acceptance: (id: number) => `${member(id)}/acceptance`,
    removal: (id: number) => `${member(id)}/removal`,
    office: (id: number) => `${member(id)}/office`,
    mandates: (id: number) => `${member(id)}/mandates`,
    mandateEnd: (id: number, mandate: number) => `${member(id)}/mandates/${mandate}/end`,
    verification,
    reason: `${verification}/reason`,
    siret: `${verification}/siret`,
    proof: (token: string) => `${verification}/${token}`,
    handOver,
    confirmation: `${handOver}/confirmation`,
    undoing: `${handOver}/end`,
  }
}

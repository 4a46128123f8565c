const judge = { test: 'src/spam/judge.test.ts' }
const links = { test: 'src/spam/links.test.ts' }
const words = { test: 'src/spam/folded-words.test.ts' }
const pattern = { test: 'src/spam/pattern.test.ts' }
const formKey = { test: 'src/spam/form-key.test.ts' }
const suspected = (only: string) => ({ test: 'test/suspected.test.ts', only })
const alike = { test: 'test/alike.test.ts' }

/** Ways to break the defence against spam, and deciding alike on what is held. */
export const spamMutants = [
  {
    name: 'spam: a hidden field that is filled in is no sign',
    file: 'src/spam/judge.ts',
    replace: "const trap: Sign[] = trapped ? ['hidden-field'] : []",
    by: 'const trap: Sign[] = trapped ? [] : []',
    guard: judge,
  },
  {
    name: 'spam: a form can be sent at once',
    file: 'src/spam/judge.ts',
    replace: 'if (form < thresholds.tooFast)',
    by: 'if (form < 0)',
    guard: judge,
  },
  {
    name: 'spam: short words are compared',
    file: 'src/spam/judge.ts',
    replace: 'if (text.shingles < thresholds.leastShingles) return []',
    by: '',
    guard: judge,
  },
  {
    name: 'spam: trust is worth nothing',
    file: 'src/spam/judge.ts',
    replace: '1 + (facts.account.trusted ? trust : 0)',
    by: '1',
    guard: judge,
  },
  {
    name: 'spam: a network that stands well eases everything',
    file: 'src/spam/judge.ts',
    replace: 'const eased = linked && standsWell',
    by: 'const eased = standsWell',
    guard: judge,
  },
  {
    name: 'spam: nothing is forgiven',
    file: 'src/spam/judge.ts',
    replace: '.filter((sign) => !forgiven.has(sign))',
    by: '',
    guard: judge,
  },
  {
    name: 'spam: a form’s key can be altered',
    file: 'src/spam/form-key.ts',
    replace: '!timingSafeEqual(sent, right)',
    by: 'false',
    guard: formKey,
  },
  {
    name: 'spam: letters of other alphabets are other words',
    file: 'src/spam/folded-words.ts',
    replace: 'lookalikes.get(sign) ?? sign',
    by: 'sign',
    guard: words,
  },
  {
    name: 'spam: signs that nobody sees part words',
    file: 'src/spam/folded-words.ts',
    replace: "    .replaceAll(unseen, '')\n",
    by: '',
    guard: words,
  },
  {
    name: 'spam: a host is a name of its own',
    file: 'src/spam/links.ts',
    replace: "const lastTwo = labels.slice(-2).join('.')",
    by: "const lastTwo = labels.join('.')",
    guard: links,
  },
  {
    name: 'spam: whoever said it first copies it',
    file: 'src/spam/pattern.ts',
    replace: 'saying.number < earlier.number',
    by: 'saying.number > earlier.number',
    guard: pattern,
  },
  {
    name: 'spam: a form that another account sent can be sent again',
    file: 'src/spam/store.ts',
    replace: ".where('author_id', '<>', authorId)",
    by: ".where('author_id', '=', -1)",
    guard: suspected('a key that was made up'),
  },
  {
    name: 'spam: one room that links to one name is a campaign',
    file: 'src/spam/suspect-post.ts',
    replace: ' || networks < thresholds.linkingNetworks',
    by: '',
    guard: suspected('a name that several'),
  },
  {
    name: 'spam: a name that a moderator published stays suspect',
    file: 'src/spam/suspect-post.ts',
    replace: 'if (await isCited(tx, domain)) return false',
    by: '',
    guard: suspected('a name that several'),
  },
  {
    name: 'spam: a moderator teaches nothing about words',
    file: 'src/spam/suspect-post.ts',
    replace: '    ...ofWords.filter((sign) => signsOfWords.some((one) => one === sign)),\n',
    by: '',
    guard: suspected('a moderator who publishes'),
  },
  {
    name: 'spam: a new version is not looked at',
    file: 'src/contributions/revise-contribution.ts',
    replace: 'await holdAgain(tx, revised, revising.sending, now)',
    by: 'await holdAgain(tx, revised, undefined, now)',
    guard: suspected('a new version and a reply'),
  },
  {
    name: 'spam: anybody’s address on a program’s flag is written to',
    file: 'src/moderation/receive-flag.ts',
    replace: 'if (mailing && !suspect)',
    by: 'if (mailing)',
    guard: suspected('to the address on a flag'),
  },
  {
    name: 'spam: the author is not told why it waits',
    file: 'src/moderation/panels.tsx',
    replace: "hold.ground === 'spam-defence' ? sayFamilies(locale, hold.signs) : ''",
    by: "''",
    guard: suspected('the author is told'),
  },
  {
    name: 'spam: what was compared is kept for good',
    file: 'src/spam/store.ts',
    replace: "await tx.deleteFrom('spam_shingle').where('at', '<', before).execute()",
    by: '',
    guard: suspected('networks go with the day'),
  },
  {
    name: 'spam: what came since is decided on with the others',
    file: 'src/moderation/alike-store.ts',
    replace: 'where pattern = ${pattern} and at <= ${until}\n    order by number',
    by: 'where pattern = ${pattern} and ${until}::timestamptz is not null\n    order by number',
    guard: alike,
  },
  {
    name: 'spam: what was changed since is decided on with the others',
    file: 'src/moderation/alike-store.ts',
    replace: 'post.contribution_number = number and post.revision = contribution.revision\n',
    by: 'post.contribution_number = number\n',
    guard: alike,
  },
  {
    name: 'spam: what was left out is decided on with the others',
    file: 'src/moderation/decide-alike.ts',
    replace: 'listed.filter(({ number }) => numbers.includes(number))',
    by: '[...listed]',
    guard: alike,
  },
]

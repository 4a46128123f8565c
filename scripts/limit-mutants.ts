const address = { test: 'src/platform/networks/client-address.test.ts' }
const networks = (only: string) => ({ test: 'test/networks.test.ts', only })

/** Ways to break limits by network, and how networks are known. */
export const limitMutants = [
  {
    name: 'limits: flags of whoever is signed in are counted by network',
    file: 'src/moderation/receive-flag.ts',
    replace: "  if (by && 'personId' in by) return null\n",
    by: '',
    guard: networks('flags are counted'),
  },
  {
    name: 'limits: an address wrapped in hexadecimal is another network',
    file: 'src/platform/networks/client-address.ts',
    replace: 'if (!wrapped) return bare',
    by: 'if (!wrapped || bare !== hostname) return bare',
    guard: address,
  },
  {
    name: 'limits: each is allowed once more',
    file: 'src/platform/limits/store.ts',
    replace: 'return count <= limit.most\n',
    by: 'return count <= limit.most + 1\n',
    guard: networks('so often within so long'),
  },
  {
    name: 'limits: one is counted for all',
    file: 'src/platform/limits/store.ts',
    replace: 'Buffer.concat([Buffer.from(`${limit.name}\\n`), who])',
    by: 'Buffer.from(who)',
    guard: networks('so often within so long'),
  },
  {
    name: 'limits: counts are kept for good',
    file: 'src/platform/limits/store.ts',
    replace: ".where('since', '<', new Date(now.getTime() - day))",
    by: ".where('since', '<', new Date(0))",
    guard: networks('so often within so long'),
  },
  {
    name: 'limits: nobody is told when to come again',
    file: 'src/request.ts',
    replace: "c.header('Retry-After', String(Math.max(1, seconds)))",
    by: 'void seconds',
    guard: networks('searches are counted'),
  },
  {
    name: 'limits: links are not counted by network',
    file: 'src/people/link-routes.tsx',
    replace: 'if (refused) return showSignIn',
    by: 'if (!refused && refused) return showSignIn',
    guard: networks('a network that asks for too many links'),
  },
  {
    name: 'limits: attempts with a passkey are not counted',
    file: 'src/people/passkey-routes.tsx',
    replace: 'await requireTurn(c, passkeysOfOneNetwork)',
    by: 'void [requireTurn, passkeysOfOneNetwork]',
    guard: networks('attempts with a passkey'),
  },
  {
    name: 'limits: attempts with a provider are not counted',
    file: 'src/people/provider-routes.tsx',
    replace: 'await requireTurn(c, providersOfOneNetwork)',
    by: 'void [requireTurn, providersOfOneNetwork]',
    guard: networks('attempts with a passkey'),
  },
  {
    name: 'networks: a header is believed that nobody vouches for',
    file: 'src/platform/networks/client-address.ts',
    replace:
      'if (!isIn(proxies, address)) return isIn(neverSeenFromAfar, address) ? null : known(address)\n',
    by: '',
    guard: address,
  },
  {
    name: 'networks: proxies are asked from left to right',
    file: 'src/platform/networks/client-address.ts',
    replace: 'const next = hops.pop()',
    by: 'const next = hops.shift()',
    guard: address,
  },
  {
    name: 'networks: a proxy nearby that nobody configured is everybody',
    file: 'src/platform/networks/client-address.ts',
    replace: 'isIn(neverSeenFromAfar, address) ? null : known(address)',
    by: 'known(address)',
    guard: address,
  },
  {
    name: 'networks: salts are kept',
    file: 'src/platform/networks/store.ts',
    replace: 'delete from network_salt where day <',
    by: 'delete from network_salt where day > day and day <',
    guard: networks('a network is the same hash'),
  },
  {
    name: 'networks: the salt is the same every day',
    file: 'src/platform/networks/network.ts',
    replace: 'findSalt(db, dayInParis(now))',
    by: 'findSalt(db, dayInParis(new Date(now.getTime() * 0)))',
    guard: networks('a network is the same hash'),
  },
]

import { SMTPServer } from 'smtp-server'

/** `at`: when the whole of it was there. */
export type Received = { to: string[]; bytes: Buffer; at: Date }

type Verdict = 'accepted' | 451 | 550

export type MailServer = {
  url: string
  received: Received[]
}

type Behaviour = {
  /** What it says to each recipient, in turn; afterwards it accepts. */
  recipients?: Verdict[]
  /** The answer to a whole message waits for this. */
  hold?: (received: Received) => Promise<void>
}

/** A real mail server on the loopback, without encryption, that keeps what it is sent until the test ends. */
export async function startMailServer(
  t: { after(act: () => Promise<void>): void },
  behaviour: Behaviour = {},
): Promise<MailServer> {
  const verdicts = [...(behaviour.recipients ?? [])]
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, answer) => {
      const verdict = verdicts.shift() ?? 'accepted'
      if (verdict === 'accepted') return answer()
      answer(Object.assign(new Error(`not for <${address}>`), { responseCode: verdict }))
    },
    onData: (stream, { envelope }, answer) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address)
        const mail = { to, bytes: Buffer.concat(chunks), at: new Date() }
        received.push(mail)
        void (behaviour.hold?.(mail) ?? Promise.resolve()).then(() => answer())
      })
    },
  })
  // A client that is killed resets its connection.
  server.on('error', () => {})
  t.after(() => new Promise((resolve) => server.close(() => resolve())))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port to listen on')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
  }
}

/** What the header of that name says, in one line. */
export function headerOf(bytes: Buffer, name: string): string {
  const [head = ''] = bytes.toString().split('\r\n\r\n')
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  const line = unfolded.find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line?.slice(name.length + 1).trim() ?? ''
}

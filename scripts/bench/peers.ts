import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { PageBytes } from './page-bytes.ts'
import { findFreePort } from '../../test/free-port.ts'

export type Peer = { origin: string; stop: () => Promise<void> }

type Where = { folder: string; core: number }

const bareServer = fileURLToPath(new URL('bare-server.mjs', import.meta.url))

/** nginx on one core, serving those bytes from a file, for every address. */
export async function startNginx(page: PageBytes, { folder, core }: Where): Promise<Peer> {
  const port = await findFreePort()
  await writeFile(join(folder, 'page'), page.body)
  await writeFile(join(folder, 'nginx.conf'), configure(page, folder, port))
  const flags = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]
  return startPeer(['nginx', ...flags], core, port)
}

/** node:http on one core, answering those bytes from memory. */
export async function startBare(page: PageBytes, { folder, core }: Where): Promise<Peer> {
  const port = await findFreePort()
  const [body, headers] = [join(folder, 'page'), join(folder, 'headers.json')]
  await writeFile(body, page.body)
  await writeFile(headers, JSON.stringify(page.headers))
  return startPeer([process.execPath, bareServer, String(port), body, headers], core, port)
}

async function startPeer(command: string[], core: number, port: number): Promise<Peer> {
  const child = spawn('taskset', ['-c', String(core), ...command], { stdio: 'ignore' })
  const origin = `http://127.0.0.1:${port}`
  await untilAnswers(origin)
  return {
    origin,
    stop: async () => {
      const ended = once(child, 'close')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function untilAnswers(origin: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const answered = await fetch(origin, { method: 'HEAD' }).catch(() => undefined)
    if (answered) return
    if (attempt === 100) throw new Error(`nothing answers at ${origin}`)
    await delay(50)
  }
}

/** As one would set it for speed: one worker, no access log, files held open, connections kept. */
function configure({ headers }: PageBytes, folder: string, port: number): string {
  const { 'content-type': type = 'text/html', ...rest } = headers
  const added = Object.entries(rest).map(([name, value]) => `add_header ${name} ${quote(value)};`)
  // As root it would serve as somebody who cannot enter the folder.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  return `
${user}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=10;
  keepalive_requests 100000000;
  etag off;
  types { }
  default_type ${quote(type)};
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    location / {
      try_files /page =404;
      add_header Last-Modified "";
      ${added.join('\n      ')}
    }
  }
}
`
}

function quote(value: string): string {
  return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

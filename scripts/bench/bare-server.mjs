// The least that Node can do: the same bytes for every request. bare-server.mjs PORT BODY HEADERS.json
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [port, body, headers] = process.argv.slice(2)
const bytes = readFileSync(body)
const said = { ...JSON.parse(readFileSync(headers, 'utf8')), 'content-length': bytes.length }

createServer((_request, response) => {
  response.writeHead(200, said)
  response.end(bytes)
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'))

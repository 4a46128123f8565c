import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { generateSchema } from './generate-schema.ts'
import { generateWords } from './generate-words.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const { files, problems } = await generateWords(root)
const written = [...files, await generateSchema(root)]
await Promise.all(written.map(({ path, text }) => writeFile(path, text)))
for (const problem of problems) console.error(problem)
console.log(`${written.length} files written`)
if (problems.length > 0) process.exitCode = 1

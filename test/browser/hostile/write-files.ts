import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { runVivace } from '../../run-vivace.ts'
import type { World } from '../../world.ts'
import type { Sight } from './look.ts'
import { vectors } from './vectors.ts'
import { writeHtml } from './write-documents.ts'

type Ending = { after(act: () => Promise<void>): void }

/** The pages of editions that were downloaded, and the page of a redline, in a folder until the test ends. */
export async function writeFiles(
  t: Ending,
  world: World,
  slugs: readonly string[],
): Promise<Sight[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vivace-hostile-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const paths = [await writeRedline(world, folder)]
  for (const slug of slugs) {
    const sent = await world.get(`/fr/reports/${slug}/editions/2.html.zip`)
    const files = unzipSync(new Uint8Array(await sent.arrayBuffer()))
    for (const [name, bytes] of Object.entries(files)) {
      const path = join(folder, slug, name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, bytes)
      if (name.endsWith('.html')) paths.push(path)
    }
  }
  return paths.map((path) => ({ path: pathToFileURL(path).href, kind: 'file' }))
}

async function writeRedline({ url }: World, folder: string): Promise<string> {
  const names = ['<img src=x onerror=hit(1)>.html', '"><svg onload=hit(1)>.html']
  const [old = '', now = ''] = names.map((name) => join(folder, name))
  await writeFile(old, writeHtml(vectors.slice(0, 200).toReversed()))
  await writeFile(now, writeHtml(vectors))
  const { stdout } = await runVivace(url, ['redline', old, now, '--format', 'html'])
  const path = join(folder, 'redline.html')
  await writeFile(path, stdout)
  return path
}

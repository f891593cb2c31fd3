import { readFile } from 'node:fs/promises'
import { type Page, pageFile } from '../page.ts'

/**
 * What this page may load: its own files. Scalar writes its styles into the page and its few pictures into them; of other
 * pages neither is allowed.
 */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
].join('; ')

/** The page that shows the description of the API, with its script, by their addresses. */
export async function readReference(): Promise<Page> {
  const bundle = new URL('browser/standalone.js', import.meta.resolve('@scalar/api-reference'))
  const page = await readFile(new URL('index.html', import.meta.url))
  const script = await readFile(bundle)
  const { bytes, headers } = pageFile('/index.html', Uint8Array.from(page))
  return new Map([
    ['/reference', { bytes, headers: { ...headers, 'Content-Security-Policy': policy } }],
    ['/reference/scalar.js', pageFile('/scalar.js', Uint8Array.from(script))],
  ])
}

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { hasAlready } from '@vertretbar/api/condition'

/** The built page in memory: every file by its address. */
export type Page = ReadonlyMap<string, PageFile>

interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

/** Reads the files of a built page. */
export async function readPage(folder: string): Promise<Page> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const files = entries.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name)
    const address = `/${relative(folder, path).split(sep).join('/')}`
    return [address, pageFile(address, Uint8Array.from(await readFile(path)))] as const
  })
  return new Map(await Promise.all(files))
}

/** A file as it is answered at an address. */
export function pageFile(address: string, bytes: Uint8Array<ArrayBuffer>): PageFile {
  const digest = createHash('sha256').update(bytes).digest('base64url')
  return {
    bytes,
    headers: {
      'Content-Type': contentTypes[extname(address)] ?? 'application/octet-stream',
      'Content-Length': String(bytes.length),
      ETag: `"${digest.slice(0, 22)}"`,
      // The build puts a digest of the content into the names of all files under assets: their content never changes.
      'Cache-Control': address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  }
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** The file at an address; the page itself for every address that names no file, for it knows its own ways. */
export function answerFromPage(page: Page, request: Request): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } })
  const { pathname } = new URL(request.url)
  const file = page.get(pathname) ?? (extname(pathname) === '' ? page.get('/index.html') : undefined)
  if (file === undefined) return new Response(null, { status: 404 })
  const { ETag } = file.headers
  if (hasAlready(request.headers.get('If-None-Match'), ETag ?? '')) {
    const { 'Content-Type': _type, 'Content-Length': _length, ...headers } = file.headers
    return new Response(null, { status: 304, headers })
  }
  return new Response(request.method === 'HEAD' ? null : file.bytes, { headers: file.headers })
}

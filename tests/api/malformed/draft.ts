import type { Json } from './json.ts'

/** A request before it is sent: faults change it while its parts can still be told apart. */
export interface Draft {
  readonly method: string
  /** The segments of the path, as they are written into the address. */
  readonly path: readonly string[]
  readonly query: readonly (readonly [name: string, value: string])[]
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json | undefined
  /** What becomes of the text of the body on the way. */
  readonly garble: (text: string) => Uint8Array<ArrayBuffer> | string
  /** What was done to it. */
  readonly faults: readonly string[]
}

/** The address of a draft. */
export function addressOf({ path, query }: Draft): string {
  const asked = query.map(([name, value]) => `${name}=${value}`).join('&')
  return `/${path.join('/')}${asked === '' ? '' : `?${asked}`}`
}

/** The body of a draft as it is sent; a method that has none sends none. */
export function bodyOf({ method, body, garble }: Draft): Uint8Array<ArrayBuffer> | string | undefined {
  return body === undefined || method === 'GET' || method === 'HEAD' ? undefined : garble(JSON.stringify(body))
}

import type { Page } from './page.ts'
import { answerFromPage } from './page.ts'

/** Whatever answers requests. */
export type Answer = (request: Request) => Response | Promise<Response>

/** The API at its own addresses and the page at all others, under one origin. */
export const site =
  (api: Answer, page: Page): Answer =>
  async (request) => {
    const response = apiAddress.test(new URL(request.url).pathname) ? await api(request) : answerFromPage(page, request)
    for (const [name, value] of Object.entries(securityHeaders))
      if (!response.headers.has(name)) response.headers.set(name, value)
    return response
  }

const apiAddress = /^\/(?:v1|healthz|openapi\.json)(?:\/|$)/

/** Everything a page needs, if it says nothing else, is its own: no other origin may be loaded, framed, told of, or sent to. */
const securityHeaders = {
  'Content-Security-Policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const

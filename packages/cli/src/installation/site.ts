import type { Page } from './page.ts'
import { answerFromPage } from './page.ts'

/** Whatever answers requests. */
export type Answer = (request: Request) => Response | Promise<Response>

/** The API at its own addresses and the page at all others, under one origin; `asks`: where else the page gets tokens. */
export function site(api: Answer, page: Page, asks: readonly string[]): Answer {
  const policy = [`default-src 'self'`, ...(asks.length === 0 ? [] : [`connect-src 'self' ${asks.join(' ')}`]), ownOnly]
  const headers = Object.entries({ 'Content-Security-Policy': policy.join('; '), ...securityHeaders })
  return async (request) => {
    const response = apiAddress.test(new URL(request.url).pathname) ? await api(request) : answerFromPage(page, request)
    for (const [name, value] of headers) if (!response.headers.has(name)) response.headers.set(name, value)
    return response
  }
}

const apiAddress = /^\/(?:v1|feeds|healthz|sign-in|openapi\.json)(?:\/|$)/

/** Everything a page needs, if it says nothing else, is its own: no other origin may be loaded, framed, told of, or sent to. */
const ownOnly = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

const securityHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const

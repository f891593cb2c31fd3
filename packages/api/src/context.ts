import type { Ports } from '@vertretbar/usecases/ports'
import type { Authenticate } from './auth.ts'
import type { SignIn } from './sign-in.ts'

/** What the API needs: the world outside, who signs in where, and where unexpected errors are told. */
export interface ApiContext {
  readonly ports: Ports
  readonly authenticate: Authenticate
  /** What a page has to know to sign somebody in. */
  readonly signIn: SignIn
  /** Counts a request of a member, or of a login that is none yet. */
  readonly limit: (who: string) => Promise<Allowance>
  readonly report: Report
  /** One line for each request that was answered. */
  readonly log: (line: RequestLine) => void
}

/** So many requests in so many seconds a member has; what is left of them, and when all are there again. */
export interface Allowance {
  readonly requests: number
  readonly seconds: number
  readonly left: number
  readonly resetSeconds: number
  /** Whether this request is one too many. */
  readonly isSpent: boolean
}

/** Where unexpected errors are told, with the id that the answer carries. */
export type Report = (error: unknown, requestId?: string) => void

/** What is logged of a request: the pattern of its address, never ids, names or tokens. */
export interface RequestLine {
  readonly requestId: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly milliseconds: number
  /** The pseudonym of the member who asked. */
  readonly member: string | undefined
}

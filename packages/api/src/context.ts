import type { Ports } from '@vertretbar/usecases/ports'

/** What the routes of one region need: its id, the world outside, and where unexpected errors are told. */
export interface ApiContext {
  readonly region: string
  readonly ports: Ports
  readonly report: (error: unknown) => void
}

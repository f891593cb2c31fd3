import type { HalfDay } from './half-day.ts'

/** The formats a text field may have; each schema names its own, so that a problem can say what would be right. */
export type Format =
  | 'address'
  | 'cursor'
  | 'date'
  | 'half-day'
  | 'id'
  | 'instant'
  | 'name'
  | 'official-key'
  | 'time-of-day'

/** What a reference points at. */
export type Referent =
  | 'authority'
  | 'area'
  | 'role'
  | 'product'
  | 'agreement'
  | 'specialist'
  | 'requirement'
  | 'need'
  | 'member'

/** The kinds of values a field may want. */
export type Expected = 'text' | 'number' | 'integer' | 'boolean' | 'list' | 'object' | 'value'

/** What a field wants: a kind of value and, if that is a text, its format or the words it may be. */
export interface Wanted {
  readonly expected: Expected
  readonly format?: Format
  readonly allowed?: readonly string[]
}

/** What is wrong, as facts: the sentences are the reader's language's business. */
export type Fault =
  | { readonly code: 'not-utf8'; readonly byte: number }
  | { readonly code: 'not-json'; readonly line: number; readonly column: number }
  | { readonly code: 'too-deep'; readonly levels: number }
  | { readonly code: 'duplicate-field'; readonly line: number; readonly column: number }
  | { readonly code: 'unknown-field'; readonly known: readonly string[] }
  | ({ readonly code: 'missing-field' } & Wanted)
  | ({ readonly code: 'wrong-type' } & Wanted)
  | { readonly code: 'not-one-of'; readonly allowed: readonly string[] }
  | { readonly code: 'wrong-format'; readonly format: Format }
  | { readonly code: 'too-small'; readonly of: Measure; readonly minimum: number }
  | { readonly code: 'too-large'; readonly of: Measure; readonly maximum: number }
  | { readonly code: 'duplicate-id'; readonly id: string; readonly first: string }
  | { readonly code: 'unknown-reference'; readonly to: Referent; readonly id: string }
  | { readonly code: 'reversed-period'; readonly from: string; readonly to: string }
  | { readonly code: 'absence-without-end' }
  | { readonly code: 'absence-with-two-ends' }
  | { readonly code: 'overlapping-absences'; readonly other: string }
  | { readonly code: 'double-booking'; readonly halfDay: HalfDay; readonly other: string }
  | { readonly code: 'own-post' }
  | { readonly code: 'deputy-of-oneself' }
  | { readonly code: 'no-other-receiver' }
  | { readonly code: 'same-area' }
  | { readonly code: 'reason-without-end' }
  | { readonly code: 'horizon-too-long'; readonly days: number; readonly maximum: number }
  | { readonly code: 'needed-by-booking'; readonly to: Referent; readonly id: string; readonly booking: string }

type Measure = 'characters' | 'entries' | 'value'

/** A fault and its place, a JSON pointer (RFC 6901) into the document. */
export type Problem = Fault & { readonly pointer: string }

/** Something that holds together but will surprise. */
export type Warning = { readonly pointer: string } & (
  | { readonly code: 'closed-half-day'; readonly halfDay: HalfDay }
  | { readonly code: 'booking-without-agreement' }
  | { readonly code: 'no-rate'; readonly area: string }
)

/** RFC 6901: `~` and `/` inside a field name are escaped. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

import type { Result } from '@vertretbar/domain/result'
import type { Catalogue, Language } from '@vertretbar/messages/catalogue'
import type { Call } from './command-line.ts'
import type { Progress } from './progress.ts'
import type { Refusal } from './refusal.ts'
import type { Page } from './table.ts'

/** What a command needs from outside: the clock, the page it writes on, and somebody to tell how far it is. */
export interface Surroundings {
  readonly actualToday: string
  readonly language: Language
  readonly texts: Catalogue
  readonly page: Page
  readonly progress: Progress
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  /** Milliseconds on that clock when the work began. */
  readonly startedAt: number
}

/** What a command found: as data, and as text for people. */
export interface Report {
  readonly data: object
  readonly text: () => Promise<string>
}

/** A command: its report, or every reason why it is not carried out. */
export type Command = (call: Call, surroundings: Surroundings) => Promise<Result<Report, readonly Refusal[]>>

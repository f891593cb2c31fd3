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
  /** Tells of an error where nobody waits for an answer, in a sentence with its reason. */
  readonly complain: (error: unknown, sentence: (reason: string) => string) => void
  /** Writes a line where it does not get between an answer and whoever reads it. */
  readonly tell: (line: string) => void
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  /** Milliseconds on that clock when the work began. */
  readonly startedAt: number
}

/** What a command found: as data, and as text for people. */
export interface Report {
  readonly data: object
  readonly text: () => Promise<string>
  /** The text is a document of its own: it is written as it is, also where data are asked for. */
  readonly isDocument?: true
  /** What was asked about is not in order: the report says what is wrong, and the call ends with 1. */
  readonly isWrong?: true
  /** What goes on after the report is printed, until it is told to stop. */
  readonly service?: Service
}

/**
 * Something that runs until a signal ends it; disposing of it gives back all that it holds. Until it is waited for, a
 * signal ends the process at once, also amid a plan that leaves the event loop no turn; its engine ends with it.
 */
export interface Service extends AsyncDisposable {
  readonly untilStopped: () => Promise<void>
}

/** A command: its report, or every reason why it is not carried out. */
export type Command = (call: Call, surroundings: Surroundings) => Promise<Result<Report, readonly Refusal[]>>

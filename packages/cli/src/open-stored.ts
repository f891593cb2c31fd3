import { wrongDates } from '@vertretbar/domain/horizon'
import { type Result, refuse } from '@vertretbar/domain/result'
import type { Surroundings } from './command.ts'
import type { Call } from './command-line.ts'
import { clockOn } from './installation/clock.ts'
import { type Installation, openInstallation } from './installation/installation.ts'
import type { Refusal } from './refusal.ts'

/** The installation that a call names, on the day it names. */
export async function openStored(
  { data, today }: Call,
  { texts, progress, complain }: Surroundings,
): Promise<Result<Installation, readonly Refusal[]>> {
  const wrong = wrongDates({ today })
  if (wrong.length > 0) return refuse(wrong)
  progress.at(texts.opening)
  return openInstallation({ data, now: clockOn(today), report: (error) => complain(error, texts.requestFailed) })
}

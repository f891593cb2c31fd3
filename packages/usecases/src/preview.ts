import type { Actor } from '@vertretbar/domain/actor'
import { dateInGermany } from '@vertretbar/domain/calendar'
import type { Command } from '@vertretbar/domain/command'
import type { CommandRefusal } from '@vertretbar/domain/command-refusal'
import { decide } from '@vertretbar/domain/decide'
import { type Effect, effectOf } from '@vertretbar/domain/effect'
import { dayOf } from '@vertretbar/domain/half-day'
import { accept, type Result } from '@vertretbar/domain/result'
import type { Ports, Snapshot } from './ports.ts'

/** What a command would do to gaps and to cover if it were carried out now; nothing is stored. */
export function preview(
  { now, newId }: Pick<Ports, 'now' | 'newId'>,
  { index }: Snapshot,
  { command, actor }: { readonly command: Command; readonly actor: Actor },
): Result<Effect, CommandRefusal> {
  const instant = now()
  const today = dayOf(dateInGermany(instant))
  const decided = decide({ index, ledger: [] }, command, { actor, now: instant, today, newId })
  return decided.ok ? accept(effectOf(index, decided.value.changes, today)) : decided
}

import { accept, type Result } from '@vertretbar/domain/result'
import type { Command } from '../command.ts'
import type { Call } from '../command-line.ts'
import type { Refusal } from '../refusal.ts'
import type { Asked } from './asked-command.ts'
import { carryOut } from './carry-out.ts'
import { doneView } from './done-view.ts'
import { type OpenRegion, onStoredRegion, viewOf } from './open-region.ts'

/** Makes a command of what was typed, if every value is what it has to be. */
export type ReadAsked = (
  call: Call,
  open: OpenRegion,
) => Result<Asked, readonly Refusal[]> | Promise<Result<Asked, readonly Refusal[]>>

/** A change that is carried out as soon as it is asked for, and what became of what it touched. */
export const changeAtOnce =
  (read: ReadAsked): Command =>
  (call, surroundings) =>
    onStoredRegion(call, surroundings, async (open) => {
      const asked = await read(call, open)
      if (!asked.ok) return asked
      const done = await carryOut(open, asked.value, call.said.key)
      if (!done.ok) return done
      const { after, ...data } = done.value
      const { kind } = asked.value.command
      return accept({ data, text: () => doneView(kind, done.value, viewOf(after, open.today, surroundings)) })
    })

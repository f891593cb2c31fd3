import { operator } from '@vertretbar/domain/actor'
import { changed } from '@vertretbar/domain/change'
import type { Command as DomainCommand } from '@vertretbar/domain/command'
import type { Effect } from '@vertretbar/domain/effect'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { accept, refuse } from '@vertretbar/domain/result'
import type { Snapshot } from '@vertretbar/usecases/ports'
import { preview } from '@vertretbar/usecases/preview'
import type { Command, Surroundings } from '../command.ts'
import { styled } from '../table.ts'
import { orderRefusals } from './asked-command.ts'
import { carryOut } from './carry-out.ts'
import type { ReadAsked } from './change-at-once.ts'
import { doneView } from './done-view.ts'
import { effectView } from './effect-view.ts'
import { type OpenRegion, onStoredRegion, viewOf } from './open-region.ts'

/**
 * A change that is a dry run with its effect on gaps and cover, until it is told to apply. Then the order decides alone:
 * what was done under its key before is told again, though it could not be done a second time.
 */
export const changePreviewed =
  (read: ReadAsked): Command =>
  (call, surroundings) =>
    onStoredRegion(call, surroundings, async (open) => {
      const asked = await read(call, open)
      if (!asked.ok) return asked
      const { command, origin } = asked.value
      const seen = preview(open.ports, open.snapshot, { command, actor: operator })
      if (!seen.ok && !call.apply) return refuse(orderRefusals(seen.refusal, origin))
      const effect = seen.ok ? seen.value : undefined
      const effectText = (): Promise<string[]> => effectTexts(effect, { open, command }, surroundings)
      if (!call.apply)
        return accept({
          data: { isApplied: false, effect },
          text: async () => dryRun(await effectText(), surroundings),
        })
      const done = await carryOut(open, asked.value, call.said.key)
      if (!done.ok) return done
      const { after, ...data } = done.value
      return accept({
        data: { isApplied: true, effect, ...data },
        text: async () =>
          [
            await doneView(command.kind, done.value, viewOf(after, open.today, surroundings)),
            ...(await effectText()),
          ].join('\n\n'),
      })
    })

const dryRun = (effect: readonly string[], { texts, page }: Surroundings): string =>
  [styled(texts.notStored, 'bold', page), ...effect, texts.applyToStore].join('\n\n')

/** What opens or closes is named as it is where it exists: what opens after the change, what closes before it. */
async function effectTexts(
  effect: Effect | undefined,
  { open, command }: { readonly open: OpenRegion; readonly command: DomainCommand },
  surroundings: Surroundings,
): Promise<string[]> {
  if (effect === undefined) return []
  const before = viewOf(open.snapshot, open.today, surroundings)
  const after = { ...before, index: indexAfter(open.snapshot, command) }
  return effectView(effect, { before, after }, surroundings)
}

/** The names of a region after a command; only what is put there by it has names that were not known before. */
const indexAfter = ({ index, region }: Snapshot, command: DomainCommand): RegionIndex =>
  command.kind === 'put-entry' ? new RegionIndex(changed(region, [{ ...command, kind: 'put' }])) : index

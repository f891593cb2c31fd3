import { operator } from '@vertretbar/domain/actor'
import type { Region } from '@vertretbar/domain/region'
import { accept, refuse } from '@vertretbar/domain/result'
import { erasePerson } from '@vertretbar/usecases/erase-person'
import { personData } from '@vertretbar/usecases/person-data'
import { preview } from '@vertretbar/usecases/preview'
import type { Command } from '../command.ts'
import { styled } from '../table.ts'
import { type Origin, orderRefusals } from './asked-command.ts'
import { onStoredRegion } from './open-region.ts'

/** All that is kept of a specialist, as one JSON document. */
export const personExport: Command = (call, surroundings) =>
  onStoredRegion(call, surroundings, async ({ ports, snapshot }) => {
    const { id } = call.operands
    if (!snapshot.region.specialists.some((one) => one.id === id))
      return refuse([{ on: id, code: 'unknown', what: 'specialist', id }])
    const data = await personData(ports, snapshot, { member: undefined, specialist: id })
    return accept({ data, text: () => Promise.resolve(`${JSON.stringify(data, null, 2)}\n`), isDocument: true })
  })

/** Erases a specialist; until it is told to apply, a dry run that tells what would go and what would stay. */
export const personErase: Command = (call, surroundings) =>
  onStoredRegion(call, surroundings, async ({ ports, snapshot }) => {
    const { id } = call.operands
    const { texts, page } = surroundings
    const command = { kind: 'erase-person' as const, specialist: id }
    // Whatever is no id is the id of nobody.
    const origin: Origin = { on: id, placed: (problem) => ({ ...problem, file: id }) }
    if (!call.apply) {
      const seen = preview(ports, snapshot, { command, actor: operator })
      if (!seen.ok) return refuse(orderRefusals(seen.refusal, origin))
      const counts = countsOf(snapshot.region, id)
      const lines = [styled(texts.notStored, 'bold', page), texts.wouldErase(counts), texts.applyToStore]
      return accept({ data: { isApplied: false, ...counts }, text: () => Promise.resolve(lines.join('\n\n')) })
    }
    const order = { region: snapshot.region.region.id, actor: operator, key: call.said.key, specialist: id }
    const done = await erasePerson(ports, order)
    if (!done.ok) return refuse(orderRefusals(done.refusal, origin))
    const heading = styled(texts.carriedOut('erase-person', 0), 'bold', page)
    const lines = [heading, ...texts.exportsDeleted(done.value.deletedExports)]
    return accept({ data: { isApplied: true, ...done.value }, text: () => Promise.resolve(lines.join('\n')) })
  })

/** What goes with a person, and how many bookings stay without them. */
function countsOf({ absences, refusals, bookings, members = [] }: Region, id: string) {
  const count = (things: readonly { readonly specialist?: string | undefined }[]): number =>
    things.filter(({ specialist }) => specialist === id).length
  return {
    absences: count(absences),
    refusals: count(refusals),
    members: count(members),
    bookings: count(bookings),
  }
}

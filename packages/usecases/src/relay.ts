import { dateInGermany } from '@vertretbar/domain/calendar'
import { dayOf } from '@vertretbar/domain/half-day'
import { toldAtOnce } from '@vertretbar/domain/told-at-once'
import { everyStep } from './every-step.ts'
import type { Ports } from './ports.ts'

export type RelayPorts = Pick<Ports, 'regions' | 'outbox' | 'mails' | 'now'>

/**
 * Makes mails of what is to be told at once, and news for the next digest of the rest; tells for how much of it there is
 * nobody. Cut off anywhere it may be done again: the mails of a message are known by their ids.
 */
export async function relay(ports: RelayPorts, region: string): Promise<number> {
  const { regions, outbox, mails, now } = ports
  let nobody = 0
  const messages = await outbox.waiting(region)
  // A message that nobody can make anything of is in the way of no other.
  await everyStep(
    messages.map((message) => async () => {
      const snapshot = await regions.load(region)
      if (snapshot === undefined) return
      const { mails: atOnce, rest, untold } = toldAtOnce(snapshot.index, message, dayOf(dateInGermany(now())))
      await mails.add(region, atOnce)
      await outbox.relayed(region, message, rest)
      nobody += untold
    }),
  )
  return nobody
}

import { clock } from '@vertretbar/domain/actor'
import { expiryOf } from '@vertretbar/domain/booking-lookup'
import { millisecondsOf } from '@vertretbar/domain/instant'
import { type ExecutePorts, execute } from './execute.ts'

/** Ends every request of a region that nobody answered in time; those that somebody answers meanwhile stay. */
export async function expireRequests(ports: ExecutePorts, region: string): Promise<number> {
  const snapshot = await ports.regions.load(region)
  const now = ports.now()
  const due = (snapshot?.region.bookings ?? []).filter(
    (booking) =>
      snapshot !== undefined &&
      booking.status === 'requested' &&
      millisecondsOf(expiryOf(snapshot.index, booking)) <= now,
  )
  let count = 0
  for (const { id } of due) {
    const ended = await execute(ports, {
      region,
      command: { kind: 'expire-request', booking: id },
      actor: clock,
      key: `expire-${id}`,
    })
    if (ended.ok) count += 1
  }
  return count
}

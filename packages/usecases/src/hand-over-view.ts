import { personOf } from '@vertretbar/domain/access-subject'
import type { Booking } from '@vertretbar/domain/booking'
import { type HandOver, handOverOf } from '@vertretbar/domain/hand-over'
import type { Viewer } from './viewer.ts'

/** The hand-over of a cover that somebody may see; of the colleagues there, those whom they may know by name. */
export function handOverView({ snapshot: { index }, access }: Viewer, booking: Booking): HandOver {
  const handOver = handOverOf(index, booking)
  const isKnown = (id: string): boolean => access.may('see-name', personOf(index.specialist(id)))
  return { ...handOver, colleagues: handOver.colleagues.filter(isKnown) }
}

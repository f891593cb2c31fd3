import { statusToday } from '../model/bookings.ts'
import { type Draw, idOf, oneOf } from './view.ts'

/** Somebody is to be forgotten: mostly one of whom every cover is over. */
export const drawErasure: Draw = ({ region, random, today }) => {
  const busy = region.bookings
    .filter((booking) => !['ended', 'reconciled'].includes(statusToday(booking, today)))
    .map(({ specialist }) => specialist)
  const covered = region.bookings.map(({ specialist }) => specialist).filter((id) => !busy.includes(id))
  const specialist = oneOf(random, random.chance(0.5) ? covered : [])
  return { kind: 'erase-person', specialist: specialist ?? idOf(random, region.specialists) }
}

/** What was kept long enough is to go. */
export const drawDeletion: Draw = () => ({ kind: 'delete-expired' })

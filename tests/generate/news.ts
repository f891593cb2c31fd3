import type { LocalDate } from '@vertretbar/domain/half-day'
import { type Audience, NoticeKind, type OutboxMessage } from '@vertretbar/domain/message'
import type { Region } from '@vertretbar/domain/region'
import { addDays } from '../oracle/dates.ts'
import { specialistOf } from '../oracle/region.ts'
import type { Random } from './random.ts'

/** What may have happened to covers of the region by a night: any kind, about half-days of theirs, to whomever it concerns. */
export function drawNews(
  random: Random,
  region: Region,
  { today, number }: { readonly today: LocalDate; readonly number: number },
): OutboxMessage[] {
  return random.some(region.bookings, 0.15).map((booking, position): OutboxMessage => {
    const { id, specialist, authority, area } = booking
    const home = specialistOf(region, specialist)
    const audiences: Audience[] = [
      { kind: 'specialist', specialist },
      { kind: 'hr-manager', authority },
      { kind: 'hr-manager', authority: home.authority },
      { kind: 'area-head', authority: home.authority, area: home.homeArea },
      { kind: 'coordinator' },
    ]
    return {
      id: `news-${number}-${position}`,
      at: `${addDays(today, -1)}T10:00:00.000Z`,
      notices: [
        {
          kind: random.pick(NoticeKind.options),
          booking: { id, specialist, authority, area },
          halfDays: random.some(booking.halfDays, 0.7),
          to: random.atLeastOne(audiences, 0.4),
        },
      ],
    }
  })
}

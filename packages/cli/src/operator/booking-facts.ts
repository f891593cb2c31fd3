import { type Booking, type Consent, ConsentSide, StatementSide, type WorkStatement } from '@vertretbar/domain/booking'
import { isInHouse } from '@vertretbar/domain/booking-change'
import { expiryOf } from '@vertretbar/domain/booking-lookup'
import type { Instant } from '@vertretbar/domain/instant'
import { endWords, sideWords, wayWords } from '@vertretbar/messages/booking-words'
import { instantText } from '@vertretbar/messages/instant-text'
import { table } from '../table.ts'
import { personText, placeName, type View, whenText } from '../view.ts'
import { basisText, halfDaysOf, statusText } from './booking-view.ts'

type Fact = readonly [label: string, text: string]

/** All that is known of a booking, one fact a line. */
export async function bookingFacts(booking: Booking, view: View): Promise<string> {
  const { texts, page } = view
  const facts: Fact[] = [
    [texts.who, personText(booking.specialist, view)],
    [texts.where, placeName(booking, view)],
    [texts.when, whenText(booking.authority, halfDaysOf(booking), view)],
    [texts.status, statusText(booking, view)],
    [texts.agreement, basisText(booking, view)],
    ...(booking.mode === undefined ? [] : [[texts.mode, texts.modes[booking.mode]] as const]),
    ...requestFacts(booking, view),
    ...consentFacts(booking, view),
    ...releaseFacts(booking, view),
    ...handOverFacts(booking, view),
    ...workFacts(booking, view),
    ...momentFact(texts.closed, booking.closedAt, view),
  ]
  return table([texts.booking, { kept: booking.id }], facts, page)
}

const requestFacts = (booking: Booking, view: View): Fact[] => [
  ...momentFact(view.texts.requested, booking.requestedAt, view),
  ...(booking.status === 'requested' ? momentFact(view.texts.answerBy, expiryOf(view.index, booking), view) : []),
]

const momentFact = (label: string, at: Instant | undefined, { language }: View): Fact[] =>
  at === undefined ? [] : [[label, instantText(at, language)]]

/** A file may state a cover without saying who agreed to it; whose yes is missing is told of requests alone. */
function consentFacts(booking: Booking, view: View): Fact[] {
  const { index, language, texts } = view
  return ConsentSide.options.flatMap((side): Fact[] => {
    const label = texts.consentOf(sideWords[language][side])
    const consent = booking.consents?.[side]
    if (consent !== undefined) return [[label, consentText(booking, consent, view)]]
    if (booking.status !== 'requested') return []
    return [[label, side === 'lender' && isInHouse(index, booking) ? texts.notNeeded : texts.outstanding]]
  })
}

const consentText = ({ authority }: Booking, { halfDays, way, at }: Consent, view: View): string =>
  view.texts.consented(
    whenText(authority, halfDays, view),
    wayWords[view.language][way],
    instantText(at, view.language),
  )

const releaseFacts = ({ authority, released = [] }: Booking, view: View): Fact[] =>
  released.map(({ halfDays, reason, at }) => [
    view.texts.released,
    view.texts.releasedBecause(
      whenText(authority, halfDays, view),
      endWords[view.language][reason],
      instantText(at, view.language),
    ),
  ])

function handOverFacts({ handOver }: Booking, { texts }: View): Fact[] {
  if (handOver === undefined) return []
  const { done, openCases } = handOver
  const noted = [
    ...(done.length === 0 ? [] : [texts.handOverDone(done.join(', '))]),
    ...(openCases === undefined ? [] : [texts.openCases(openCases)]),
  ]
  return noted.length === 0 ? [] : [[texts.handOver, noted.join('; ')]]
}

const workFacts = (booking: Booking, view: View): Fact[] =>
  StatementSide.options.flatMap((side): Fact[] => {
    const statement = booking.worked?.[side]
    const label = view.texts.workedBy(sideWords[view.language][side])
    return statement === undefined ? [] : [[label, workText(booking, statement, view)]]
  })

const workText = ({ authority }: Booking, { halfDays, at }: WorkStatement, view: View): string =>
  `${halfDays.length === 0 ? view.texts.nothingWorked : whenText(authority, halfDays, view)} – ${instantText(at, view.language)}`

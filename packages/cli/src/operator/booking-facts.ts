import { type Consent, ConsentSide, StatementSide, type WorkStatement } from '@vertretbar/domain/booking'
import { isInHouse } from '@vertretbar/domain/booking-change'
import { handOverOf } from '@vertretbar/domain/hand-over'
import type { Instant } from '@vertretbar/domain/instant'
import { endWords, sideWords, wayWords } from '@vertretbar/messages/booking-words'
import { dateText } from '@vertretbar/messages/date-text'
import { instantText } from '@vertretbar/messages/instant-text'
import type { BookingView } from '@vertretbar/usecases/booking-view'
import { table } from '../table.ts'
import { personText, placeName, type View, whenText } from '../view.ts'
import { basisText, halfDaysOf, statusText } from './booking-table.ts'

type Fact = readonly [label: string, text: string]

/** All that is known of a booking, one fact a line. */
export async function bookingFacts(booking: BookingView, view: View): Promise<string> {
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

const requestFacts = (booking: BookingView, view: View): Fact[] => [
  ...(booking.requestedAt === undefined
    ? []
    : [[view.texts.requested, deedText(booking.requestedBy, booking.requestedAt, view)] as const]),
  ...(booking.status === 'requested' ? momentFact(view.texts.answerBy, booking.expiresAt, view) : []),
]

const momentFact = (label: string, at: Instant | undefined, { language }: View): Fact[] =>
  at === undefined ? [] : [[label, instantText(at, language)]]

/** A file may state a cover without saying who agreed to it; whose yes is missing is told of requests alone. */
function consentFacts(booking: BookingView, view: View): Fact[] {
  const { index, language, texts } = view
  return ConsentSide.options.flatMap((side): Fact[] => {
    const label = texts.consentOf(sideWords[language][side])
    const consent = booking.consents?.[side]
    if (consent !== undefined) return [[label, consentText(booking, consent, view)]]
    if (booking.status !== 'requested') return []
    return [[label, side === 'lender' && isInHouse(index, booking) ? texts.notNeeded : texts.outstanding]]
  })
}

/** When somebody did something, and who as far as that is known. */
const deedText = (by: string | undefined, at: Instant, { texts, language }: View): string =>
  by === undefined ? instantText(at, language) : texts.by(by, instantText(at, language))

const consentText = ({ authority }: BookingView, { halfDays, way, by, at }: Consent, view: View): string =>
  view.texts.consented(whenText(authority, halfDays, view), wayWords[view.language][way], deedText(by, at, view))

const releaseFacts = ({ authority, released = [] }: BookingView, view: View): Fact[] =>
  released.map(({ halfDays, reason, at }) => [
    view.texts.released,
    view.texts.releasedBecause(
      whenText(authority, halfDays, view),
      endWords[view.language][reason],
      instantText(at, view.language),
    ),
  ])

/** What to tick off, and what is; once a cover is over only what was noted. */
function handOverFacts(booking: BookingView, view: View): Fact[] {
  const { texts, language } = view
  const { done = [], openCases } = booking.handOver ?? {}
  const { points, accesses } = handOverOf(view.index, booking)
  const isAhead = ['requested', 'confirmed', 'active'].includes(booking.status)
  const open = isAhead ? points.filter(({ isDone }) => !isDone).map(({ point }) => point) : []
  const toOpen = isAhead ? accesses.filter(({ isOpen }) => !isOpen) : []
  return [
    ...toOpen.map(
      ({ product, askBy }): Fact => [
        texts.access,
        texts.askBy(view.index.product(product).name, dateText(askBy, language)),
      ],
    ),
    ...(open.length === 0 ? [] : [[texts.handOverOpen, open.join(', ')] as const]),
    ...(done.length === 0 ? [] : [[texts.handOverDone, done.join(', ')] as const]),
    ...(openCases === undefined ? [] : [[texts.openCases, openCases.toLocaleString(language)] as const]),
  ]
}

const workFacts = (booking: BookingView, view: View): Fact[] =>
  StatementSide.options.flatMap((side): Fact[] => {
    const statement = booking.worked?.[side]
    const label = view.texts.workedBy(sideWords[view.language][side])
    return statement === undefined ? [] : [[label, workText(booking, statement, view)]]
  })

const workText = ({ authority }: BookingView, { halfDays, by, at }: WorkStatement, view: View): string =>
  `${halfDays.length === 0 ? view.texts.nothingWorked : whenText(authority, halfDays, view)} – ${deedText(by, at, view)}`

import type { StateRefusal } from '@vertretbar/domain/command-refusal'
import type { Referent } from '@vertretbar/domain/problem'
import { barredText } from './barred-text.ts'
import { sideWords, statusWords } from './booking-words.ts'
import type { CommandFault } from './command-message.ts'
import { halfDaysText } from './date-text.ts'
import { instantText } from './instant-text.ts'

type Named = Extract<StateRefusal, { code: 'unknown' }>['what']

const absent: Readonly<Record<Named, (id: string) => string>> = {
  booking: (id) => `There is no booking “${id}” here — please name one that there is`,
  absence: (id) => `There is no absence “${id}” here — please name one that there is`,
  gap: (id) => `There is no gap “${id}” here — please name a half-day on which somebody is missing`,
  specialist: (id) => `There is no specialist “${id}” here — please name one that there is`,
  entry: (id) => `There is no entry “${id}” in this list — please name one that there is`,
  member: () => 'There is no such access or invitation here — please ask to be invited again',
  feed: () => 'There is no such calendar here — please take one of your own',
}

const referents: Readonly<Record<Referent, (id: string) => string>> = {
  authority: (id) => `the authority “${id}”`,
  area: (id) => `the service area “${id}”`,
  role: (id) => `the role “${id}”`,
  product: (id) => `the product “${id}”`,
  agreement: (id) => `the agreement “${id}”`,
  specialist: (id) => `the specialist “${id}”`,
  requirement: (id) => `the requirement “${id}”`,
  need: (id) => `the need ${id}`,
  member: (id) => `the access “${id}”`,
}

const articled = (side: keyof typeof sideWords.en): string => `The ${sideWords.en[side]}`

/** A sentence for everything that may stand against a command: what it is, and after the dash what to do. */
export function commandInEnglish(fault: CommandFault): string {
  switch (fault.code) {
    case 'unknown':
      return `${absent[fault.what](fault.id)}.`
    case 'barred':
      return `Cannot be booked: ${barredText(fault.halfDays, 'en')} — please leave these half-days out, or ask somebody else.`
    case 'wrong-status':
      return `The status of this booking is “${statusWords.en[fault.status]}”, and this step does not fit it — please look up what comes next.`
    case 'consent-given':
      return `${articled(fault.side)} has consented already — please record each consent once; whoever has second thoughts refuses the request.`
    case 'no-lender':
      return 'This cover stays in-house and needs the consent of the specialist alone — please record what the specialist says.'
    case 'expired':
      return `This request expired on ${instantText(fault.expiresAt, 'en')} — please ask anew.`
    case 'not-expired':
      return `This request can still be answered until ${instantText(fault.expiresAt, 'en')} — please wait that long, or withdraw the request.`
    case 'not-booked':
      return `Not part of this booking: ${halfDaysText(fault.halfDays, 'en')} — please name half-days that are booked.`
    case 'all-begun':
      return 'All half-days of this booking have begun — please record afterwards what was really worked.'
    case 'forbidden':
      return 'You may not do this here — please turn to whoever is in charge of it.'
    case 'identity-taken':
      return 'This login belongs to another access already — please log in with your own.'
    case 'too-many-feeds':
      return `Nobody can have more than ${fault.most} calendars — please revoke one that you no longer need.`
    case 'unsettled':
      return `These covers are neither ended nor settled: ${fault.bookings.join(', ')} — please close them first.`
    case 'no-region':
      return 'This region is not stored — please take over its region file first.'
    case 'key-of-another':
      return 'Something else is stored under this key already — please use a key of its own for each order.'
    case 'busy':
      return 'Somebody else is changing the region at the same time, or the store does not answer — please look up whether it is stored, and if not try again in a moment.'
    case 'still-needed':
      return `This entry still refers to ${referents[fault.to](fault.id)} — please change or remove it first.`
  }
}

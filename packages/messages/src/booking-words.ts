import type { BookingStatus, ConsentSide, ConsentWay, EndReason, StatementSide } from '@vertretbar/domain/booking'
import type { CoverBar } from '@vertretbar/domain/command-refusal'
import type { Language } from './catalogue.ts'
import { reasonWords } from './reason-words.ts'

type Words<Code extends string> = Readonly<Record<Language, Readonly<Record<Code, string>>>>

/** How far a cover has come. */
export const statusWords: Words<BookingStatus> = {
  de: {
    requested: 'angefragt',
    confirmed: 'bestätigt',
    active: 'läuft',
    done: 'geleistet',
    reconciled: 'abgeglichen',
    ended: 'beendet',
  },
  en: {
    requested: 'requested',
    confirmed: 'confirmed',
    active: 'active',
    done: 'done',
    reconciled: 'reconciled',
    ended: 'ended',
  },
}

/** Why a cover ended, or why some of its half-days left it. */
export const endWords: Words<EndReason> = {
  de: {
    declined: 'abgelehnt',
    withdrawn: 'zurückgezogen',
    expired: 'verfallen',
    recalled: 'zurückgerufen',
    broken: 'weggebrochen',
  },
  en: {
    declined: 'declined',
    withdrawn: 'withdrawn',
    expired: 'expired',
    recalled: 'recalled',
    broken: 'broken',
  },
}

/** Who has a say in a cover. */
export const sideWords: Words<ConsentSide | StatementSide> = {
  de: { specialist: 'Fachkraft', lender: 'verleihende Stelle', receiver: 'empfangende Stelle' },
  en: { specialist: 'specialist', lender: 'lender', receiver: 'receiver' },
}

/** How a yes was given. */
export const wayWords: Words<ConsentWay> = {
  de: { 'in-person': 'persönlich', telephone: 'telefonisch', deputy: 'durch die Stellvertretung' },
  en: { 'in-person': 'in person', telephone: 'by telephone', deputy: 'by the deputy' },
}

/** What bars a half-day from being booked. */
export const barWords: Words<CoverBar> = {
  de: { ...reasonWords.de, 'not-short': 'dort fehlt niemand', over: 'der Tag ist vorbei' },
  en: { ...reasonWords.en, 'not-short': 'nobody is missing there', over: 'the day is over' },
}

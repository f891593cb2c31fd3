import type { ReasonCode } from '@vertretbar/domain/eligibility'
import type { GapCause } from '@vertretbar/domain/gap-cause'
import type { Language } from './catalogue.ts'

/** What stands against a candidate, in plain words; never why somebody is away. */
export const reasonWords: Readonly<Record<Language, Readonly<Record<ReasonCode, string>>>> = {
  de: {
    'not-competent': 'nicht vom Fach',
    'product-unknown': 'kennt das Fachverfahren nicht',
    'no-authorisation': 'Bestellung oder Vollmacht fehlt',
    'not-available': 'nicht verfügbar',
    'no-agreement': 'keine Vereinbarung (möglich, wenn vereinbart)',
    'no-access-in-time': 'Zugang kommt nicht rechtzeitig',
    conflict: 'befangen oder unvereinbar',
    'home-short': 'wird im eigenen Haus gebraucht',
    'weekly-limit': 'Wochengrenze erreicht',
    'agreement-limit': 'Monatsgrenze der Vereinbarung erreicht',
    refused: 'hat abgelehnt',
    'used-elsewhere': 'im Plan schon anderswo eingesetzt',
    'not-enough': 'allein zu wenig, es braucht alle auf einmal',
    'short-notice': 'kurzfristiger als vereinbart (die verleihende Stelle kann zustimmen)',
  },
  en: {
    'not-competent': 'not from this field',
    'product-unknown': 'does not know the software',
    'no-authorisation': 'lacks the appointment or power',
    'not-available': 'not available',
    'no-agreement': 'no agreement (possible if agreed)',
    'no-access-in-time': 'access would come too late',
    conflict: 'excluded or incompatible',
    'home-short': 'needed at home',
    'weekly-limit': 'weekly limit reached',
    'agreement-limit': 'monthly limit of the agreement reached',
    refused: 'has refused',
    'used-elsewhere': 'already used elsewhere in the plan',
    'not-enough': 'not enough alone, all are needed at once',
    'short-notice': 'shorter notice than agreed (the lender may consent)',
  },
}

/** The same rules where they are kept. */
export const passedWords: Readonly<Record<Language, Readonly<Record<ReasonCode, string>>>> = {
  de: {
    'not-competent': 'Fach und Funktion',
    'product-unknown': 'Fachverfahren',
    'no-authorisation': 'Bestellung oder Vollmacht',
    'not-available': 'verfügbar',
    'no-agreement': 'Vereinbarung',
    'no-access-in-time': 'Zugang rechtzeitig',
    conflict: 'unbefangen',
    'home-short': 'eigenes Haus bleibt besetzt',
    'weekly-limit': 'Wochengrenze',
    'agreement-limit': 'Monatsgrenze der Vereinbarung',
    refused: 'hat nicht abgelehnt',
    'used-elsewhere': 'nicht anderswo eingesetzt',
    'not-enough': 'zusammen genug',
    'short-notice': 'Vorlauf wie vereinbart',
  },
  en: {
    'not-competent': 'field and role',
    'product-unknown': 'software',
    'no-authorisation': 'appointment or power',
    'not-available': 'available',
    'no-agreement': 'agreement',
    'no-access-in-time': 'access in time',
    conflict: 'not excluded',
    'home-short': 'home stays staffed',
    'weekly-limit': 'weekly limit',
    'agreement-limit': 'monthly limit of the agreement',
    refused: 'has not refused',
    'used-elsewhere': 'not used elsewhere',
    'not-enough': 'enough together',
    'short-notice': 'notice as agreed',
  },
}

type Cause = GapCause['cause']

const causeWords: Readonly<Record<Language, Readonly<Record<Cause, string>>>> = {
  de: {
    absent: 'abwesend',
    'off-pattern': 'laut Arbeitszeitmuster nicht da',
    lent: 'verliehen',
    'product-missing': 'ohne Kenntnis des neuen Fachverfahrens',
    left: 'nicht (mehr) beschäftigt',
    vacant: 'Stelle unbesetzt',
    understaffed: 'zu wenig im Haus',
    'cover-broken': 'Vertretung ausgefallen',
  },
  en: {
    absent: 'absent',
    'off-pattern': 'off by work pattern',
    lent: 'lent',
    'product-missing': 'without the new software',
    left: 'not employed then',
    vacant: 'post vacant',
    understaffed: 'too few on the staff',
    'cover-broken': 'cover lost',
  },
}

/** Why people are missing, in words: `1 abwesend, 2 verliehen`. */
export const causesText = (causes: readonly GapCause[], language: Language): string =>
  causes.map(({ cause, people }) => `${people} ${causeWords[language][cause]}`).join(', ')

import type { DataCategory } from '@vertretbar/domain/personal-data'
import type { CategoryWords } from './data-protection-words.ts'

const employees =
  'GDPR Articles 6 (1) (e) and 88 with the state law on data of employees (in Lower Saxony § 12 NDSG, §§ 88 ff. NBG)'
const lending = `${employees}; towards other authorities also the agreement`
const security = 'GDPR Articles 6 (1) (e) and 32'

/** What is said in English of each kind of data about people. */
export const dataCategoriesEnglish: Readonly<Record<DataCategory, CategoryWords>> = {
  identity: {
    name: 'Code and post',
    purpose: 'To name a specialist: who is asked for cover, and where their post is.',
    basis: lending,
    retention: 'Until the entry is removed or the person erased.',
  },
  employment: {
    name: 'Employment and working hours',
    purpose: 'To compute at which half-days somebody is there, and to settle cover in hours.',
    basis: employees,
    retention: 'Until the entry is removed or the person erased.',
  },
  skills: {
    name: 'Skills, authorisations, access, exclusions',
    purpose: 'To check who can and may cover where. Reasons of an exclusion are not stored.',
    basis: lending,
    retention: 'Until the entry is removed or the person erased.',
  },
  absence: {
    name: 'Absences',
    purpose: 'To see when an office is short of people. Kind and reason are not stored.',
    basis: employees,
    retention: '12 months after the last half-day.',
  },
  presence: {
    name: 'Presence at half-days',
    purpose: 'To plan who is there. Computed from working hours and absences each time it is shown.',
    basis: employees,
    retention:
      'Not stored; the printable cover plan, of which each authority gets its own, says only who is there, and is replaced every night.',
  },
  cover: {
    name: 'Cover with consents and hand-over',
    purpose: 'To ask for cover, agree to it, hand over and settle it.',
    basis: lending,
    retention: '12 months after it ended or was settled. The ledger itself names nobody.',
  },
  refusal: {
    name: 'Refusals',
    purpose: 'To ask nobody for the same gap again. Reasons are not stored.',
    basis: employees,
    retention: 'Until the gap is closed; at most 12 months after the half-day.',
  },
  proposal: {
    name: 'Proposals of a plan',
    purpose: 'To propose the best cover and to tell why.',
    basis: lending,
    retention: 'One day.',
  },
  'gap-note': {
    name: 'Notes on gaps',
    purpose: 'To record who acknowledged a gap or accepted its risk.',
    basis: security,
    retention: '12 months after the last half-day.',
  },
  access: {
    name: 'Membership and roles',
    purpose:
      'To say who may see and do what, and to deliver messages. The addresses of HR managers and coordinators are also on the printable cover plan: that of their own authority and of those with which it has cover at the time.',
    basis: security,
    retention: '12 months after the membership ended.',
  },
  login: {
    name: 'Login',
    purpose: 'To know who logs in. Passwords are not stored, invitations only as a digest.',
    basis: security,
    retention: 'As the membership that it belongs to.',
  },
  log: {
    name: 'Audit log',
    purpose: 'To prove who changed what and when, and to find tampering. It names pseudonyms.',
    basis: 'GDPR Articles 5 (2) and 32',
    retention: '10 years.',
  },
  notice: {
    name: 'Messages still to be sent',
    purpose: 'To tell those concerned of a cover.',
    basis: lending,
    retention: 'Until they are sent.',
  },
  key: {
    name: 'Keys of orders',
    purpose: 'To carry out an order once, however often it arrives.',
    basis: security,
    retention: 'One week.',
  },
  trace: {
    name: 'Technical notes',
    purpose: 'To read what changed last; to bring an erasure to its end.',
    basis: security,
    retention: 'Until later ones take their place, or the erasure is finished.',
  },
}

import type { Alert, Mail } from '@vertretbar/domain/alert'
import type { Member } from '@vertretbar/domain/member'
import type { Region } from '@vertretbar/domain/region'
import { member } from '@vertretbar/domain/test-member'
import { agreement, areasWith, authority, requirement, specialist, testRegion } from '@vertretbar/domain/test-region'
import type { Language } from './catalogue.ts'
import { type MailText, mailText } from './mail-text.ts'

/** For tests only: Monday 7 December 2026, 03:31 in Germany. */
export const at = '2026-12-07T02:31:00.000Z'

/** For tests only: the parish lacks somebody from Thursday to the Monday after, and the town may help. */
const gap = {
  gap: '01KCM00000000000000000GAP1',
  requirement: 'run',
  need: 0,
  authority: 'parish',
  area: 'payroll',
  halfDays: ['17', '18', '21'].flatMap((day) =>
    ['am', 'pm'].map((half) => ({ halfDay: `2026-12-${day}/${half}`, shortage: 1 })),
  ),
  severity: 'soon',
  blocks: ['registry'],
} as const

const cover = {
  booking: 'b1',
  authority: 'parish',
  area: 'payroll',
  lender: 'city',
  halfDays: ['2026-12-21/am'],
} as const

/** For tests only: an alert of each kind. */
export const examples: { readonly [Kind in Alert['kind']]: Extract<Alert, { readonly kind: Kind }> } = {
  'gap-new': { kind: 'gap-new', ...gap },
  'gap-worse': { kind: 'gap-worse', ...gap, severity: 'later' },
  'gap-due': { kind: 'gap-due', stage: 3, ...gap, severity: 'urgent' },
  'gap-filled': { kind: 'gap-filled', ...gap },
  'gap-urgent': { kind: 'gap-urgent', ...gap, severity: 'urgent' },
  cover: { kind: 'cover', notice: 'broken', at, ...cover },
  'answer-wanted': { kind: 'answer-wanted', side: 'lender', until: '2026-12-08T16:00:00.000Z', ...cover },
  'statement-wanted': { kind: 'statement-wanted', ...cover },
  'access-missing': { kind: 'access-missing', product: 'a', ...cover },
  'agreement-ends': { kind: 'agreement-ends', agreement: 'pool', on: '2026-12-31' },
  'authorisation-ends': { kind: 'authorisation-ends', authority: 'parish', area: 'payroll', on: '2026-12-31' },
  'software-changes': {
    kind: 'software-changes',
    product: 'a',
    authority: 'parish',
    area: 'payroll',
    on: '2026-12-31',
  },
}

const hr = member('hr', { roles: [{ role: 'hr-manager', authority: 'parish' }] })

/** For tests only: the region of the examples, with names that need care in HTML. */
export const regionOf = (members: readonly Member[] = [], fields: Partial<Region> = {}) =>
  testRegion({
    authorities: [authority('city', { name: 'Stadt "A" & B' }), authority('parish', { name: "Gemeinde C'D" })],
    serviceAreas: areasWith('payroll', {
      name: { de: 'Personalabrechnung', en: 'Payroll' },
      roles: [
        { id: 'clerk', name: { de: 'Entgeltabrechnung', en: 'Clerk' }, authorisation: 'none' },
        { id: 'approver', name: { de: 'Zahlungsanweisung', en: 'Approver' }, authorisation: 'required' },
      ],
    }),
    agreements: [agreement('pool')],
    requirements: [requirement('run', { label: 'Abrechnungslauf' })],
    specialists: [specialist('geheim-p1', { displayName: 'Geheim P1' })],
    members: [hr, ...members],
    ...fields,
  })

/** For tests only: what somebody gets to read. */
export function read(
  alerts: readonly Alert[],
  language: Language,
  {
    to = 'hr',
    index = regionOf(),
    kind = 'digest',
  }: { to?: string; index?: ReturnType<typeof regionOf>; kind?: Mail['kind'] } = {},
): MailText {
  const mail = { id: 'digest.2026-12-07.hr', kind, to, at, notBefore: '2026-12-07T05:00:00.000Z', alerts }
  return mailText(mail, index, { baseUrl: 'https://vertretbar.example/', language })
}

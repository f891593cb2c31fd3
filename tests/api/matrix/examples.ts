import type { Action } from '@vertretbar/domain/access-policy'
import { bothSides, type Example, lentFrom, lentTo, list, postOf, type Taken } from './example.ts'
import { examplesOfAccess } from './examples-of-access.ts'
import { examplesOfFeeds } from './examples-of-feeds.ts'
import { examplesOfMasterData } from './examples-of-master-data.ts'
import { type Position, people, positions, registryDay, shortDays } from './region.ts'

const places: readonly Position[] = ['own', 'other area', 'partner', 'foreign', 'elsewhere', 'missing']
const posts: readonly Position[] = ['oneself', ...places]

const bookingAddress = (position: Position, status: string): string => `/v1/bookings/${people[position].id}.${status}`

const ofBooking = (status: string, suffix: string): Example => ({
  at: positions,
  ask: (position) => ({ path: bookingAddress(position, status) + suffix }),
  seenBy: { right: 'see-booking', on: bothSides },
  status: 200,
})

const answer = (
  [status, suffix]: readonly [status: string, suffix: string],
  { as, body, takes }: { readonly as: string; readonly body: object; readonly takes: readonly Taken[] },
): Example => ({
  ...ofBooking(status, suffix),
  as,
  ask: (position) => ({ path: bookingAddress(position, status) + suffix, body }),
  takes,
})

const byPerson: Taken = { right: 'answer-for-oneself', on: lentFrom }
const byLender: Taken = { right: 'lend-by-hr', on: postOf }
const byReceiver: Taken = { right: 'take-back-request', on: lentTo }

const absenceAddress = (position: Position): string => `/v1/absences/${people[position].id}.absence`
const ofAbsence = (suffix: string, { body, status }: { readonly body?: object; readonly status: number }): Example => ({
  at: posts,
  ask: (position) => ({ path: absenceAddress(position) + suffix, body }),
  seenBy: { right: 'change-absence', on: lentFrom },
  status,
})

const aDay = { from: '2027-02-08/am', to: '2027-02-08/pm' }

const mark = (path: string): Example => ({
  at: places,
  ask: (position) => {
    const { authority, area } = people[position]
    const day = area === 'payroll' ? shortDays[authority] : registryDay
    return { path, body: { requirement: `${authority}.${area}`, need: 0, halfDay: `${day}/am` } }
  },
  seenBy: { right: 'see-gap', on: postOf },
  takes: [{ right: 'mark-gap', on: postOf }],
  status: 201,
})

const seenPerson: Taken = { right: 'see-person', on: lentFrom }
const right = (name: Action, on: Taken['on']): Taken[] => [{ right: name, on }]

/** An example or more of every route of members: one that has none turns the matrix red. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  ...examplesOfMasterData,
  ...examplesOfAccess,
  ...examplesOfFeeds,

  'get /v1/region': [list('/v1/region')],
  'get /v1/availability': [list('/v1/availability?from=2027-01-11&to=2027-01-15')],
  'get /v1/gaps': [list('/v1/gaps?from=2027-01-11&to=2027-01-15')],
  'post /v1/gaps/acknowledgements': [mark('/v1/gaps/acknowledgements')],
  'post /v1/gaps/accepted-risks': [mark('/v1/gaps/accepted-risks')],

  'get /v1/absences': [list('/v1/absences')],
  'post /v1/absences': [
    {
      at: posts,
      ask: (position) => ({ path: '/v1/absences', body: { specialist: people[position].id, ...aDay } }),
      seenBy: seenPerson,
      takes: right('change-absence', lentFrom),
      status: 201,
    },
  ],
  'post /v1/absences/previews': [
    {
      at: posts,
      ask: (position) => ({
        path: '/v1/absences/previews',
        body: { kind: 'record-absence', specialist: people[position].id, ...aDay },
      }),
      seenBy: seenPerson,
      takes: right('change-absence', lentFrom),
      status: 200,
    },
  ],
  'put /v1/absences/{id}': [ofAbsence('', { body: aDay, status: 200 })],
  'delete /v1/absences/{id}': [ofAbsence('', { status: 204 })],
  'post /v1/absences/{id}/ends': [ofAbsence('/ends', { body: { to: '2027-02-01/am' }, status: 200 })],

  'get /v1/bookings': [list('/v1/bookings')],
  'post /v1/bookings': [
    {
      at: places,
      ask: (position) => {
        const { authority, area } = people[position]
        const day = area === 'payroll' ? shortDays[authority] : registryDay
        const proposal = {
          specialist: `own.free.${area}`,
          authority,
          area,
          halfDays: [`${day}/am`],
          mode: 'remote',
        }
        return { path: '/v1/bookings', body: { proposals: [proposal] } }
      },
      takes: right('ask-for-cover', postOf),
      status: 201,
    },
  ],
  'get /v1/bookings/{id}': [ofBooking('confirmed', '')],
  'get /v1/bookings/{id}/hand-over': [ofBooking('confirmed', '/hand-over')],
  'put /v1/bookings/{id}/hand-over': [
    answer(['confirmed', '/hand-over'], {
      as: 'whoever has to do with it',
      body: { done: ['contacts'] },
      takes: right('note-hand-over', bothSides),
    }),
  ],
  'get /v1/bookings/{id}/assignment': [ofBooking('confirmed', '/assignment')],
  'post /v1/bookings/{id}/consents': [
    answer(['requested', '/consents'], {
      as: 'the person',
      body: { as: 'specialist', way: 'in-person' },
      takes: [byPerson],
    }),
    answer(['requested', '/consents'], {
      as: 'the lender',
      body: { as: 'lender', way: 'in-person' },
      takes: [byLender],
    }),
    answer(['requested', '/consents'], {
      as: 'whoever was called',
      body: { as: 'specialist', way: 'telephone' },
      takes: right('write-down-consent', bothSides),
    }),
  ],
  'post /v1/bookings/{id}/refusals': [
    answer(['requested', '/refusals'], {
      as: 'the person, or for them',
      body: { as: 'specialist' },
      takes: right('refuse-for-somebody', lentFrom),
    }),
    answer(['requested', '/refusals'], { as: 'the lender', body: { as: 'lender' }, takes: [byLender] }),
  ],
  'post /v1/bookings/{id}/withdrawals': [
    answer(['requested', '/withdrawals'], { as: 'the receiver', body: {}, takes: [byReceiver] }),
  ],
  'post /v1/bookings/{id}/recalls': [
    answer(['confirmed', '/recalls'], { as: 'the person', body: { as: 'specialist' }, takes: [byPerson] }),
    answer(['confirmed', '/recalls'], { as: 'the lender', body: { as: 'lender' }, takes: [byLender] }),
  ],
  'post /v1/bookings/{id}/reconciliations': [
    answer(['done', '/reconciliations'], {
      as: 'the lender',
      body: { as: 'lender', halfDays: ['2026-11-02/am'] },
      takes: right('state-work', postOf),
    }),
    answer(['done', '/reconciliations'], {
      as: 'the receiver',
      body: { as: 'receiver', halfDays: ['2026-11-02/am'] },
      takes: right('state-work', lentTo),
    }),
  ],

  'post /v1/plans': [
    {
      at: ['own'],
      ask: () => ({
        path: '/v1/plans',
        body: { from: '2027-01-11', to: '2027-01-11', timeLimitSeconds: 1, explainSeconds: 0 },
      }),
      status: 202,
    },
  ],
  'get /v1/plans/{id}': [
    {
      at: ['own', 'elsewhere', 'missing'],
      ask: (position) => ({ path: `/v1/plans/job.${position}` }),
      of: 'hr-manager',
      status: 200,
    },
  ],

  'get /v1/ledger': [list('/v1/ledger?year=2026')],
}

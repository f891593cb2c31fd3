import { type Example, list, type Taken } from './example.ts'
import { type Position, people } from './region.ts'

const everywhere: readonly Position[] = ['own', 'partner', 'foreign', 'elsewhere', 'missing']
const authorityAt = (position: Position) => ({ places: [{ authority: people[position].authority }] })

const seenBy: Taken = { right: 'read-members', on: authorityAt }
const changes: readonly Taken[] = [{ right: 'change-member', on: authorityAt }]

const fieldsAt = (position: Position) => ({
  address: 'somebody@example.de',
  language: 'de',
  roles: [{ role: 'controller', authority: people[position].authority }],
  validFrom: '2025-01-01',
})

const ofMember = (
  suffix: string,
  fields: Pick<Example, 'status'> & { readonly body: (position: Position) => object },
) => ({
  at: everywhere,
  ask: (position: Position) => ({
    path: `/v1/members/hr.${people[position].authority}${suffix}`,
    body: fields.body(position),
    headers: { 'If-Match': '*' },
  }),
  seenBy,
  takes: changes,
  status: fields.status,
})

/** Examples of what members are told of themselves and of each other, of the log, and of files. */
export const examplesOfAccess: Readonly<Record<string, readonly Example[]>> = {
  'get /v1/me': [list('/v1/me')],
  'get /v1/me/data': [list('/v1/me/data')],
  'get /v1/data-protection': [list('/v1/data-protection')],
  'get /v1/members': [list('/v1/members')],
  'get /v1/members/{id}': [
    {
      at: everywhere,
      ask: (position) => ({ path: `/v1/members/hr.${people[position].authority}` }),
      seenBy,
      status: 200,
    },
  ],
  'post /v1/members': [
    {
      at: everywhere,
      ask: (position) => ({ path: '/v1/members', body: fieldsAt(position) }),
      takes: changes,
      status: 201,
      unknown: 422,
    },
  ],
  'put /v1/members/{id}': [ofMember('', { body: fieldsAt, status: 200 })],
  'post /v1/members/{id}/ends': [ofMember('/ends', { body: () => ({ validTo: '2027-12-31' }), status: 200 })],
  'post /v1/members/{id}/invitations': [ofMember('/invitations', { body: () => ({}), status: 201 })],
  'get /v1/audit': [list('/v1/audit')],
  'get /v1/audit/verification': [list('/v1/audit/verification')],
  'get /v1/exports/region': [list('/v1/exports/region')],
  'get /v1/exports/absences.csv': [list('/v1/exports/absences.csv')],
  'get /v1/exports/patterns.csv': [list('/v1/exports/patterns.csv')],
  'get /v1/exports/specialists.csv': [list('/v1/exports/specialists.csv')],
}

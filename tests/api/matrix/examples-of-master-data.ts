import type { Action } from '@vertretbar/domain/access-policy'
import { fileOf } from '@vertretbar/domain/region'
import { type Example, lentFrom, list, postOf, type Taken } from './example.ts'
import {
  agreement,
  anAuthority,
  askersRegion,
  type Position,
  people,
  product,
  registryDay,
  requirement,
  serviceArea,
  shortDays,
  specialist,
} from './region.ts'

const everywhere: readonly Position[] = ['own', 'partner', 'foreign', 'elsewhere', 'missing']
/** What belongs to the region as a whole lies in this one, in the other, or nowhere. */
const regions: readonly Position[] = ['own', 'elsewhere', 'missing']
const regionAt = (position: Position): string => (position === 'own' ? 'asking' : position)
const wholeRegion = () => ({ places: [] })

/** Whatever tag it has: the caller means what is there. */
const headers = { 'If-Match': '*' }

interface Listed {
  readonly at: readonly Position[]
  readonly thingAt: (position: Position) => { readonly id: string }
  readonly seenBy: Taken
  readonly add: Taken
  readonly change: Taken
  /** Something that nothing refers to, where it is another one. */
  readonly unused?: Pick<Listed, 'at' | 'thingAt' | 'seenBy'> & { readonly remove: Taken }
  /** The answer to a new one whose place is not there. */
  readonly unknown?: number
}

/** Examples of the addresses of a list of the master data. */
function listed(path: string, { at, thingAt, seenBy, add, change, unused, unknown }: Listed) {
  const address = `/v1/${path}`
  const remove = unused ?? { at, thingAt, seenBy, remove: change }
  const one = { at, seenBy, status: 200 }
  return {
    [`get ${address}`]: [list(address)],
    [`post ${address}`]: [
      {
        at,
        ask: (position: Position) => ({ path: address, body: { ...thingAt(position), id: 'new' } }),
        takes: [add],
        status: 201,
        ...(unknown !== undefined && { unknown }),
      },
    ],
    [`get ${address}/{id}`]: [
      { ...one, ask: (position: Position) => ({ path: `${address}/${thingAt(position).id}` }) },
    ],
    [`put ${address}/{id}`]: [
      {
        ...one,
        ask: (position: Position) => ({ path: `${address}/${thingAt(position).id}`, body: thingAt(position), headers }),
        takes: [change],
      },
    ],
    [`delete ${address}/{id}`]: [
      {
        at: remove.at,
        ask: (position: Position) => ({ path: `${address}/${remove.thingAt(position).id}`, headers }),
        seenBy: remove.seenBy,
        takes: [remove.remove],
        status: 204,
      },
    ],
  } satisfies Readonly<Record<string, readonly Example[]>>
}

const whole = (right: Action): Taken => ({ right, on: wholeRegion })
const ofRegion = { seenBy: whole('read-region'), add: whole('change-region'), change: whole('change-region') }

const agreementAt = (position: Position) => {
  const { authority: giver, lentTo } = people[position]
  return agreement([giver, lentTo])
}
const parties = (position: Position) => ({
  places: [{ authority: people[position].authority }, { authority: people[position].lentTo }],
})

/** Somebody who covers nowhere: their post is in the registry. */
const freeAt = (position: Position) =>
  specialist(`${people[position].authority}.free.payroll`, { authority: people[position].authority, area: 'registry' })
const freeOnes = (position: Position) => ({
  person: freeAt(position).id,
  places: [{ authority: people[position].authority, area: 'registry' }],
})

const requirementAt = (position: Position) => {
  const { authority: place, area } = people[position]
  return requirement(place, area, area === 'payroll' ? (shortDays[place] ?? '') : registryDay)
}

const head = askersRegion().region

/** Examples of the master data, of the region itself, and of what changes of them would bring about. */
export const examplesOfMasterData: Readonly<Record<string, readonly Example[]>> = {
  ...listed('products', {
    at: regions,
    thingAt: (position) => product(`${regionAt(position)}.product`),
    ...ofRegion,
    unknown: 201,
  }),
  ...listed('service-areas', {
    at: regions,
    thingAt: (position) => serviceArea(`${regionAt(position)}.area`),
    ...ofRegion,
    unknown: 201,
  }),
  ...listed('agreements', {
    at: everywhere,
    thingAt: agreementAt,
    ...ofRegion,
    seenBy: { right: 'see-agreement', on: parties },
    unused: {
      at: regions,
      thingAt: (position) => ({ id: `${regionAt(position)}.agreement` }),
      seenBy: { right: 'see-agreement', on: parties },
      remove: whole('change-region'),
    },
    unknown: 422,
  }),
  ...listed('authorities', {
    at: everywhere,
    thingAt: (position) => anAuthority(people[position].authority),
    ...ofRegion,
    change: { right: 'change-authority', on: postOf },
    unused: {
      at: regions,
      thingAt: (position) => ({ id: `${regionAt(position)}.spare` }),
      seenBy: whole('read-region'),
      remove: whole('change-region'),
    },
    unknown: 201,
  }),
  ...listed('specialists', {
    at: everywhere,
    thingAt: freeAt,
    seenBy: { right: 'see-name', on: freeOnes },
    add: { right: 'add-specialist', on: freeOnes },
    change: { right: 'change-specialist', on: freeOnes },
    unknown: 422,
  }),
  ...listed('requirements', {
    at: [...everywhere, 'other area'],
    thingAt: requirementAt,
    seenBy: { right: 'see-requirement', on: postOf },
    add: { right: 'change-requirement', on: postOf },
    change: { right: 'change-requirement', on: postOf },
    unknown: 422,
  }),
  'get /v1/region/settings': [list('/v1/region/settings')],
  'put /v1/region/settings': [
    {
      at: ['own'],
      ask: () => ({ path: '/v1/region/settings', body: { ...head, name: 'Anders' }, headers }),
      takes: [whole('change-region')],
      status: 200,
    },
  ],
  'post /v1/previews': [
    {
      as: 'of a requirement',
      at: ['own', 'other area', 'partner', 'foreign'],
      ask: (position) => ({
        path: '/v1/previews',
        body: { kind: 'put-entry', in: 'requirements', member: requirementAt(position) },
      }),
      seenBy: { right: 'see-requirement', on: postOf },
      takes: [{ right: 'change-requirement', on: postOf }],
      status: 200,
    },
  ],
  'post /v1/specialists/{id}/erasures': [
    {
      at: everywhere,
      ask: (position) => ({ path: `/v1/specialists/${freeAt(position).id}/erasures` }),
      seenBy: { right: 'see-person', on: freeOnes },
      takes: [{ right: 'erase-person', on: freeOnes }],
      status: 204,
    },
  ],
  'get /v1/candidates': [
    {
      at: [...everywhere, 'other area'],
      ask: (position) => ({
        path: `/v1/candidates?requirement=${requirementAt(position).id}&need=0&from=2027-01-11&to=2027-01-15`,
      }),
      seenBy: { right: 'read-candidates', on: postOf },
      status: 200,
    },
  ],
  'post /v1/imports': [
    {
      as: 'that changes a person',
      at: ['oneself', 'own', 'other area', 'partner', 'foreign'],
      ask: (position) => ({ path: '/v1/imports', body: fileWith(people[position].id) }),
      takes: [{ right: 'change-specialist', on: lentFrom }],
      status: 200,
    },
  ],
}

/** A file of the region with one person, who is called otherwise, and nothing else that belongs to anybody. */
function fileWith(person: string): object {
  const file = fileOf(askersRegion())
  const specialists = file.specialists.filter(({ id }) => id === person).map((one) => ({ ...one, displayName: 'X' }))
  return { ...file, specialists, agreements: [], requirements: [], absences: [], bookings: [] }
}

import type { Explanation, Help } from '@vertretbar/domain/explanation'
import type { Assignment, Levels, Plan } from '@vertretbar/domain/plan'
import { describe, expect, it } from 'vitest'
import { requestsOfPlan } from './asked-bookings.ts'
import type { PlanJob } from './plan-job.ts'
import { mayReadJob, planJobView } from './plan-view.ts'
import { type Kind, short, viewerOf } from './test-viewer.ts'

const levels: Levels = { criticalShortage: 0, normalShortage: 2, handOvers: 2, halfDays: 3, effort: 2, fairness: 9 }
const into = (specialist: string, ...halfDays: string[]): Assignment => ({
  specialist,
  authority: 'parish',
  area: 'payroll',
  agreement: 'pool',
  halfDays,
})
const [wednesday = '', afternoon = '', thursday = ''] = short

/** The later id comes first in time, so that an order by ids would show. */
const assignments = [into('city-p1', thursday), into('city-p2', wednesday, afternoon)]

const plan: Plan = {
  status: 'optimal',
  deterministic: true,
  objective: levels,
  bound: levels,
  assignments,
  uncovered: ['parish', 'city', 'town'].map((authority) => ({
    requirement: `${authority}.payroll`,
    need: 0,
    halfDay: '2026-06-12/am',
    shortage: 1,
    nearest: [{ specialist: 'city-p3', codes: ['weekly-limit'] }],
    apart: {
      own: authority === 'town' ? [] : [{ specialist: `${authority}-own`, codes: ['conflict', 'refused'] }],
      barred: [
        { authority: 'city', barred: [{ code: 'not-available', people: 2 }] },
        { authority: 'parish', barred: [{ code: 'not-available', people: 1 }] },
      ],
    },
  })),
}

const helpOf = (measure: Help['measure']): Help => ({
  measure,
  removed: { criticalShortage: 0, normalShortage: 1 },
  proven: true,
  covered: ['parish', 'city'].map((authority) => ({
    requirement: `${authority}.payroll`,
    need: 0,
    halfDay: '2026-06-12/am',
    people: 1,
  })),
  opened: [],
})

const explanation: Explanation = {
  assignments: assignments.map((assignment) => ({
    assignment,
    passed: ['not-available'],
    shortNotice: [],
    part: levels,
    alternative: { price: levels, proven: true, instead: [into('city-p3', thursday), into('parish-r2', thursday)] },
  })),
  help: [
    helpOf({ kind: 'agreement', giver: 'town', receiver: 'parish', area: 'payroll' }),
    helpOf({ kind: 'agreement-limit', agreement: 'pool', halfDays: 30 }),
    helpOf({ kind: 'product', specialist: 'city-p1', area: 'payroll', product: 'b' }),
    helpOf({ kind: 'access', specialist: 'parish-r2', authority: 'city', product: 'a' }),
    helpOf({ kind: 'weekly-limit', specialist: 'city-p3', halfDays: 2 }),
    helpOf({ kind: 'absence', absence: 'x', specialist: 'city-p2', from: wednesday, days: 1 }),
  ],
  measures: { found: 9, tried: 9, complete: true },
}

const job: PlanJob = {
  id: 'job',
  region: 'region',
  askedBy: 'somebody',
  version: 1,
  revision: 4,
  state: 'done',
  request: {
    today: '2026-06-08',
    from: '2026-06-08',
    to: '2026-06-14',
    timeLimitSeconds: 30,
    explainSeconds: 20,
    skipStructural: false,
  },
  plan,
  explanation,
  createdAt: '2026-06-08T08:00:00Z',
  aliveAt: '2026-06-08T08:00:00Z',
}

const told = (kind: Kind, of: PlanJob = job) => planJobView(viewerOf(kind), of)

/** Who covers, as an assignment tells it. */
const whoIn = (list: readonly object[] = []): string[] =>
  list.map((one) =>
    'who' in one ? JSON.stringify(one.who) : 'specialist' in one ? String(one.specialist) : 'nobody at all',
  )
const person = (number: number) => JSON.stringify({ authority: 'city', person: number })

/** A plan in which two do the same and have kept other rules by it. */
const toldOf = (ids: readonly string[]) => {
  const both = ids.map((id) => into(id, thursday))
  const reasons = both.map((assignment, at) => ({
    assignment,
    passed: at === 0 ? (['refused'] as const) : (['conflict'] as const),
    shortNotice: [],
    part: levels,
  }))
  const planned = { ...job, plan: { ...plan, assignments: both } }
  return told('the HR manager who asks', { ...planned, explanation: { ...explanation, assignments: reasons } })
}

describe('the assignments of a plan', () => {
  it.each<readonly [Kind, string[]]>([
    // By what they do, and not by who they are: Wednesday comes first.
    ['the HR manager who asks', [person(1), person(2)]],
    ['the head of the area that asks', [person(1), person(2)]],
    ['the HR manager of a partner', ['city-p1', 'city-p2']],
    ['the HR manager of a stranger', []],
    ['the coordinator', ['city-p1', 'city-p2']],
  ])('are told to whom they come to without names, and with names to whom they are lent by: %s', (kind, who) =>
    expect(whoIn(told(kind).plan?.assignments)).toEqual(who),
  )

  it('have their reasons at the same places, and nobody has a name in them who has none', () => {
    const { plan: view, explanation: reasons } = told('the HR manager who asks')
    expect(reasons?.assignments.map(({ assignment }) => assignment)).toEqual(view?.assignments)
    expect(view?.assignments.map(({ halfDays }) => halfDays[0])).toEqual([wednesday, thursday])
    expect(whoIn(reasons?.assignments[0]?.alternative?.instead)).toEqual([person(1), 'parish-r2'])
    expect(JSON.stringify(told('the HR manager who asks'))).not.toContain('city-p')
  })

  it('of two who do the same are told apart by why they do it, whatever they are called', () => {
    expect(toldOf(['city-p2', 'city-p1'])).toEqual(toldOf(['city-p1', 'city-p2']))
  })

  it('of people who have left since are told to nobody', () => {
    const gone = { ...job, plan: { ...plan, assignments: [into('city-p9', thursday)] } }
    expect(told('the coordinator', gone).plan?.assignments).toEqual([])
  })

  it('can be asked for by their places', () => {
    const viewer = viewerOf('the HR manager who asks')
    const asked = { plan: 'job', mode: 'remote' } as const
    expect(requestsOfPlan(viewer, { plan }, { ...asked, assignments: [0] })).toMatchObject({
      ok: true,
      value: { proposals: [{ ...into('city-p2', wednesday, afternoon), mode: 'remote' }] },
    })
    expect(requestsOfPlan(viewer, { plan }, { ...asked, assignments: [1, 2] })).toEqual({
      ok: false,
      refusal: {
        code: 'invalid',
        problems: [{ pointer: '/assignments/1', code: 'too-large', of: 'value', maximum: 1 }],
      },
    })
    const lender = viewerOf('the HR manager of a partner')
    expect(requestsOfPlan(lender, { plan }, { ...asked, assignments: [0] })).toEqual({
      ok: false,
      refusal: { code: 'forbidden' },
    })
  })
})

describe('what a plan leaves short', () => {
  it.each<readonly [Kind, string[]]>([
    ['the HR manager who asks', ['parish.payroll']],
    ['the head of the area that asks', ['parish.payroll']],
    ['the HR manager of a partner', ['city.payroll']],
    ['the HR manager of a stranger', ['town.payroll']],
    ['the coordinator', []],
  ])('is told to whose it is: %s', (kind, requirements) =>
    expect(told(kind).plan?.uncovered.map(({ requirement }) => requirement)).toEqual(requirements),
  )

  it.each<readonly [Kind, string[], string[]]>([
    ['the HR manager who asks', ['parish-own'], ['city']],
    // No head sees what bars people of other areas.
    ['the head of the area that asks', [], ['city', 'parish']],
    ['the HR manager of a partner', ['city-own'], ['parish']],
    ['the HR manager of a stranger', [], ['city', 'parish']],
  ])('has who came nearest of their own, and numbers of the others: %s', (kind, nearest, barred) => {
    const [first] = told(kind).plan?.uncovered ?? []
    expect(first?.nearest.map(({ specialist }) => specialist)).toEqual(nearest)
    expect(first?.barred.map(({ authority }) => authority)).toEqual(barred)
    expect(Object.keys(first ?? {}).toSorted()).toEqual([
      'barred',
      'halfDay',
      'nearest',
      'need',
      'requirement',
      'shortage',
    ])
  })
})

describe('what would help', () => {
  it.each<readonly [Kind, string[], string[]]>([
    ['the HR manager who asks', ['agreement', 'agreement-limit', 'access'], ['parish.payroll']],
    ['the head of the area that asks', ['agreement', 'agreement-limit'], ['parish.payroll']],
    ['the HR manager of a partner', ['agreement-limit', 'product', 'weekly-limit', 'absence'], ['city.payroll']],
    ['the HR manager of a stranger', ['agreement'], []],
    // What somebody can do they may know with the name; how much they cover, and when they are away, they may not.
    ['the coordinator', ['agreement', 'agreement-limit', 'product', 'access'], []],
  ])('is told of what is their own: %s', (kind, measures, covered) => {
    const { help = [] } = told(kind).explanation ?? {}
    expect(help.map(({ measure }) => measure.kind)).toEqual(measures)
    expect(help[0]?.covered.map(({ requirement }) => requirement)).toEqual(covered)
  })
})

describe('a job', () => {
  it('says nowhere who asked for it', () => expect(told('the coordinator')).not.toHaveProperty('askedBy'))

  it.each<readonly [Kind, string | undefined, boolean]>([
    ['the HR manager who asks', 'somebody', true],
    ['the HR manager who asks', 'another', false],
    ['the HR manager who asks', undefined, false],
    ['the coordinator', 'another', true],
    ['the coordinator', undefined, true],
  ])('is read by whoever asked for it and by coordinators: %s, asked by %s', (kind, askedBy, may) => {
    const { askedBy: _, ...others } = job
    expect(mayReadJob(viewerOf(kind), askedBy === undefined ? others : { ...others, askedBy })).toBe(may)
  })

  it('without a plan tells of itself alone', () => {
    const { plan: _, explanation: __, ...queued } = job
    expect(told('the HR manager who asks', { ...queued, state: 'queued' })).not.toHaveProperty('plan')
  })
})

import { parseRegion } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectProblem } from './asking.ts'
import { type Somebody, type StagedApi, staged } from './cast.ts'
import { referenceRegion } from './local-api.ts'

let stage: StagedApi
const reference = referenceRegion()
const formula = '=HYPERLINK("http://x","y")'
const mark = {
  id: 'known',
  kind: 'acknowledged',
  requirement: 'sg-sickte.payroll.1',
  need: 0,
  halfDays: [{ halfDay: '2026-12-21/am', shortage: 1 }],
  by: 'somebody',
  at: '2026-11-23T08:00:00.000Z',
} as const

beforeAll(async () => {
  const specialists = reference.specialists.map((one) => (one.id === 'lk-p2' ? { ...one, displayName: formula } : one))
  const inHouse = {
    id: 'in-house',
    specialist: 'lk-p2',
    authority: 'lk-wolfenbuettel',
    area: 'procurement',
    halfDays: ['2026-12-03/am'],
    status: 'requested',
  } as const
  const said = { requirement: 'lk-wolfenbuettel.audit.2', need: 0, halfDay: '2026-12-07/am', specialist: 'lk-v1' }
  stage = await staged({
    ...reference,
    specialists,
    gapMarks: [mark],
    bookings: [...reference.bookings, inHouse],
    refusals: [...reference.refusals, said],
  })
})
afterAll(() => stage.api.close())

async function exported(who: Somebody): Promise<Region> {
  const answer = await stage.as(who).get('/v1/exports/region')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="wolfenbuettel.json"')
  const read = parseRegion(await answer.json())
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id).toSorted()
const ofLk = ({ specialist }: { readonly specialist: string }) => specialist.startsWith('lk-')

describe('a region file of HR', () => {
  it('holds their people with all that is theirs, and together', async () => {
    const file = await exported('hr-lk')
    expect(idsOf(file.specialists)).toEqual(idsOf(reference.specialists.filter(({ id }) => id.startsWith('lk-'))))
    expect(idsOf(file.absences)).toEqual(idsOf(reference.absences.filter(ofLk)))
    expect(idsOf(file.bookings)).toEqual(idsOf([...reference.bookings.filter(ofLk), { id: 'in-house' }]))
    expect(file.refusals).toHaveLength(1)
    expect(file.gapMarks).toBeUndefined()
    expect(idsOf(file.authorities)).toEqual(idsOf(reference.authorities))
    expect(idsOf(file.agreements)).toEqual(['payroll-pool', 'zv-kreis-stadt'])
    expect(file).not.toHaveProperty('members')
  })

  it('of another authority holds none of that', async () => {
    const file = await exported('hr-sickte')
    expect(idsOf(file.specialists)).toEqual(['si-p1'])
    expect(file.bookings).toEqual([])
    expect(file.refusals).toEqual([])
    expect(file.gapMarks).toEqual([mark])
    expect(JSON.stringify({ ...file, agreements: [], authorities: [] })).not.toMatch(/lk-/)
  })

  it.each<readonly [path: string, type: string]>([
    ['region', 'application/json'],
    ['specialists.csv', 'text/csv'],
    ['patterns.csv', 'text/csv'],
    ['absences.csv', 'text/csv'],
  ])('and tables (%s) brought back change nothing', async (path, type) => {
    for (const who of ['hr-lk', 'hr-sickte'] as const) {
      const answer = await stage.as(who).get(`/v1/exports/${path}`)
      expect(answer.headers.get('Content-Type')).toContain(type)
      // A text would lose the byte order mark that spreadsheets need.
      const body = await answer.arrayBuffer()
      const init = { method: 'POST', headers: { 'Content-Type': type }, body }
      const back = await stage.api.request('/v1/imports?apply=true', init, who)
      expect([back.status, await back.json()]).toMatchObject([200, { preview: { head: 'unchanged', broken: [] } }])
      expect(stage.api.kept).toEqual([])
    }
  })

  it.each<Somebody>(['coordinator', 'head-lk', 'lk-p1', 'controller-lk', 'operator'])('is none for %s', async (who) => {
    for (const path of ['region', 'specialists.csv'])
      await expectProblem(await stage.as(who).get(`/v1/exports/${path}`), 403, { code: 'forbidden' })
  })

  it('is said to be the same as long as nothing changes', async () => {
    for (const path of ['region', 'absences.csv']) {
      const first = await stage.as('hr-lk').get(`/v1/exports/${path}`)
      const again = await stage.as('hr-lk').get(`/v1/exports/${path}`, {
        'If-None-Match': first.headers.get('ETag') ?? '',
      })
      expect(again.status).toBe(304)
    }
  })
})

describe('a table', () => {
  it('opens in German Excel, has only own people, and no formula', async () => {
    const answer = await stage.as('hr-lk').get('/v1/exports/specialists.csv')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain(`'${formula.replaceAll('"', '""')}`)
    expect(text).not.toMatch(/(?:^|;|\r\n)"?=/)
    expect(text).not.toContain('si-p1')
    expect(text.split('\r\n')[0]).toMatch(/^Kennung;/)
  })

  it('has columns in the language asked for', async () => {
    expect(await (await stage.as('hr-lk').get('/v1/exports/absences.csv?language=en')).text()).toMatch(/^\W?Id;/)
    await expectProblem(await stage.as('hr-lk').get('/v1/exports/absences.csv?language=fr'), 422, {
      errors: [{ in: 'query', pointer: '/language', code: 'not-one-of' }],
    })
  })
})

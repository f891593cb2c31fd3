import { Problem } from '@vertretbar/api/problem'
import { describe, expect, it } from 'vitest'
import { expectProblem } from './asking.ts'
import { away, file, importing, person, reference, rows } from './importing.ts'

const { stage, state, region, send } = importing()
const { absences, requirements, authorities } = reference

describe('an import', () => {
  it('tells what it would change and which cover it would break, and stores nothing before it is told to', async () => {
    const before = await state()
    const body = file({
      specialists: [{ ...person('lk-p2'), displayName: 'LK P22' }, person('lk-p3')],
      absences: [away],
    })
    const dry = await send('hr-lk', '', body)
    expect(dry.status).toBe(200)
    const report = {
      head: 'unchanged',
      lists: {
        specialists: { added: 0, changed: 1, removed: 0, unchanged: 1 },
        absences: { added: 1, changed: 0, removed: 0, unchanged: 0 },
        bookings: { added: 0, changed: 0, removed: 0, unchanged: 0 },
      },
      broken: [{ specialist: 'lk-p1', authority: 'sg-sickte', halfDays: [{ halfDay: '2026-12-21/am' }] }],
    }
    expect(await dry.json()).toMatchObject({ isApplied: false, preview: report })
    expect(await state()).toBe(before)
    expect(stage().api.kept).toEqual([])

    const applied = await send('hr-lk', 'apply=true', body)
    expect(await applied.json()).toMatchObject({ isApplied: true, preview: report })
    const after = await region()
    expect(after?.specialists.find((one) => one.id === 'lk-p2')?.displayName).toBe('LK P22')
    expect(after?.bookings.find((one) => one.specialist === 'lk-p1')).toMatchObject({
      status: 'ended',
      reason: 'broken',
    })
    expect(after?.members?.length).toBeGreaterThan(5)
    expect(stage().api.kept.map((kept) => kept.region.absences)).toEqual([absences])
  })

  it('of a table does the same', async () => {
    const table = rows(
      'Kennung;Fachkraft;Erster Tag;Beginnt;Letzter Tag;Endet;Prüftermin',
      'abs-new;lk-p1;2026-12-21;;2026-12-22;;',
    )
    const applied = await send('hr-lk', 'apply=true', { ...table, type: 'text/csv; charset=utf-8' })
    expect(await applied.json()).toMatchObject({ isApplied: true, preview: { lists: { absences: { added: 1 } } } })
    expect((await region())?.absences.some((one) => one.id === 'abs-new')).toBe(true)
  })

  it('of a new authority with its people and needs is the coordinator’s', async () => {
    const [known] = authorities
    if (known === undefined) throw new Error('no authority')
    const authority = { ...known, id: 'neu', name: 'Gemeinde Neu', keys: [] }
    const newcomer = { ...person('cr-p1'), id: 'neu-p1', displayName: 'NEU P1', authority: 'neu' }
    const need = {
      ...(requirements.find((one) => one.authority === 'cremlingen') ?? requirements[0]),
      id: 'neu.1',
      authority: 'neu',
    }
    const body = file({ authorities: [authority], specialists: [newcomer], requirements: [need] })
    expect((await send('coordinator', 'apply=true', body)).status).toBe(200)
    expect((await region())?.specialists.some((one) => one.id === 'neu-p1')).toBe(true)
    await expectProblem(await send('hr-lk', 'apply=true', body), 403, { code: 'forbidden' })
  })

  it('through the door of one region is not one of another', async () => {
    const other = file({ region: { ...reference.region, id: 'elsewhere' } })
    await expectProblem(await send('coordinator', '', other), 422, {
      errors: [{ in: 'body', pointer: '/region/id', code: 'not-one-of', allowed: ['wolfenbuettel'] }],
    })
  })
})

/** A region file that says nothing, and is so many bytes long. */
const large = (bytes: number) => `${file({})}${' '.repeat(bytes - new TextEncoder().encode(file({})).length)}`

describe('a file that is none is refused with every place', () => {
  it.each<readonly [string, string | Uint8Array<ArrayBuffer>, string, number, object]>([
    [
      'a field that stands twice',
      '{"format":1,"format":2}',
      'application/json',
      422,
      { pointer: '/format', code: 'duplicate-field', line: 1 },
    ],
    ['no JSON', '{"format":', 'application/json', 400, { pointer: '', code: 'not-json' }],
    [
      'no UTF-8',
      new Uint8Array([0x7b, 0xff, 0x7d]),
      'application/json',
      400,
      { pointer: '', code: 'not-utf8', byte: 1 },
    ],
    [
      'an unknown field',
      file({}).replace('"bookings"', '"cookings"'),
      'application/json',
      422,
      { pointer: '/cookings', code: 'unknown-field' },
    ],
    [
      'who has access',
      file({}).replace('{', '{"members":[],'),
      'application/json',
      422,
      { pointer: '/members', code: 'unknown-field' },
    ],
    [
      'a reference to nothing',
      file({ absences: [{ ...away, specialist: 'nobody' }] }),
      'application/json',
      422,
      { pointer: '/absences/0/specialist', code: 'unknown-reference' },
    ],
    ['a table of nothing known', 'a;b\r\n1;2\r\n', 'text/csv', 422, { pointer: '', row: 1, code: 'unknown-table' }],
    [
      'an impossible day',
      'Kennung;Fachkraft;Erster Tag;Beginnt;Letzter Tag;Endet;Prüftermin\r\n;lk-p1;2026-02-30;;;;\r\n',
      'text/csv',
      422,
      { pointer: '', row: 2, columnName: 'Erster Tag' },
    ],
  ])('%s', async (_, body, type, status, error) => {
    const answer = await send('hr-lk', 'apply=true', { body, type })
    const problem = Problem.parse(await answer.json())
    expect([answer.status, problem.status]).toEqual([status, status])
    expect(problem.errors).toContainEqual(expect.objectContaining({ in: 'body', ...error }))
  })

  it('as is one of another kind, one too large, and a question that is none', async () => {
    await expectProblem(await send('hr-lk', '', { body: 'x', type: 'application/xml' }), 415, {
      code: 'unsupported-media-type',
    })
    await expectProblem(await send('hr-lk', 'mode=upset', file({})), 422, {
      errors: [{ in: 'query', pointer: '/mode' }],
    })
    expect((await send('hr-lk', '', large(5_000_000))).status).toBe(200)
    await expectProblem(await send('hr-lk', '', large(5_000_001)), 413, { code: 'body-too-large' })
    const absence = await stage()
      .as('hr-lk')
      .post('/v1/absences', { pad: 'x'.repeat(1_000_001) })
    expect(absence?.status).toBe(413)
  })
})

import { Problem } from '@vertretbar/api/problem'
import type { Region } from '@vertretbar/domain/region'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { anImport } from '../store/write.ts'
import { expectProblem } from './asking.ts'
import { type Somebody, type StagedApi, staged } from './cast.ts'
import { referenceRegion } from './local-api.ts'

let stage: StagedApi | undefined
const reference = referenceRegion()
const id = reference.region.id

let clean: string | undefined
beforeEach(async () => {
  stage ??= await staged()
  if (clean !== undefined && clean === (await state())) return
  const { regions } = stage.api.ports
  const snapshot = await regions.load(id)
  const members = snapshot?.region.members ?? []
  await regions.replace({ ...reference, members }, snapshot?.version, anImport)
  clean = await state()
})
afterAll(() => stage?.api.close())

const { specialists, absences, bookings, refusals, requirements, authorities, products, agreements } = reference
const nothing = {
  ...reference,
  serviceAreas: [],
  specialists: [],
  absences: [],
  bookings: [],
  refusals: [],
  requirements: [],
  authorities: [],
  products: [],
  agreements: [],
}

const send = (
  who: Somebody,
  query: string,
  body: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
): Promise<Response> => {
  if (stage === undefined) throw new Error('nothing is staged')
  return stage.api.request(`/v1/imports?${query}`, { method: 'POST', headers: { 'Content-Type': type }, body }, who)
}
const file = (fields: Partial<Region>): string => JSON.stringify({ ...nothing, ...fields })
const person = (who: string) => {
  const found = specialists.find((one) => one.id === who)
  if (found === undefined) throw new Error(who)
  return found
}
const away = { id: 'abs-new', specialist: 'lk-p1', from: '2026-12-21/am', to: '2026-12-22/pm' }
const byPointer = (a: { readonly pointer: string }, b: { readonly pointer: string }): number =>
  a.pointer < b.pointer ? -1 : 1
const state = async () => (await stage?.api.ports.regions.stateOf(id))?.state
const region = async () => (await stage?.api.ports.regions.load(id))?.region

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
    expect(stage?.api.kept).toEqual([])

    const applied = await send('hr-lk', 'apply=true', body)
    expect(await applied.json()).toMatchObject({ isApplied: true, preview: report })
    const after = await region()
    expect(after?.specialists.find((one) => one.id === 'lk-p2')?.displayName).toBe('LK P22')
    expect(after?.bookings.find((one) => one.specialist === 'lk-p1')).toMatchObject({
      status: 'ended',
      reason: 'broken',
    })
    expect(after?.members?.length).toBeGreaterThan(5)
    expect(stage?.api.kept.map((kept) => kept.region.absences)).toEqual([absences])
  })

  it('of a table does the same', async () => {
    const rows = [
      'Kennung;Fachkraft;Erster Tag;Beginnt;Letzter Tag;Endet;Prüftermin',
      'abs-new;lk-p1;2026-12-21;;2026-12-22;;',
    ]
    const applied = await send('hr-lk', 'apply=true', rows.join('\r\n'), 'text/csv; charset=utf-8')
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
    const body = JSON.stringify({ ...nothing, authorities: [authority], specialists: [newcomer], requirements: [need] })
    expect((await send('coordinator', 'apply=true', body)).status).toBe(200)
    expect((await region())?.specialists.some((one) => one.id === 'neu-p1')).toBe(true)
    await expectProblem(await send('hr-lk', 'apply=true', body), 403, { code: 'forbidden' })
  })

  it('through the door of one region is not one of another', async () => {
    const other = file({ region: { ...reference.region, id: 'elsewhere' } })
    await expectProblem(await send('coordinator', '', other), 422, {
      errors: [{ in: 'body', pointer: '/region/id', code: 'not-one-of', allowed: [id] }],
    })
  })
})

describe('what somebody has no right to change is refused with its place, and nothing is stored', () => {
  const sickte = person('si-p1')
  const [booking] = bookings
  const [refusal] = refusals
  if (booking === undefined || refusal === undefined) throw new Error('the reference region has both')
  it.each<readonly [string, Somebody, Partial<Region>, readonly string[]]>([
    [
      'a person of others',
      'hr-lk',
      { specialists: [person('lk-p2'), { ...sickte, displayName: 'X' }] },
      ['/specialists/1'],
    ],
    ['a person of others as they are', 'hr-lk', { specialists: [sickte] }, ['/specialists/0']],
    ['a new person elsewhere', 'hr-lk', { specialists: [{ ...sickte, id: 'si-p2' }] }, ['/specialists/0']],
    [
      'one’s own moved elsewhere',
      'hr-lk',
      { specialists: [{ ...person('lk-p2'), authority: 'sg-sickte' }] },
      ['/specialists/0'],
    ],
    [
      'one of others moved to oneself',
      'hr-lk',
      { specialists: [{ ...sickte, authority: 'lk-wolfenbuettel' }] },
      ['/specialists/0'],
    ],
    [
      'a person, by the coordinator',
      'coordinator',
      { specialists: [{ ...sickte, displayName: 'X' }] },
      ['/specialists/0'],
    ],
    [
      'an absence, by the coordinator, of one they bring',
      'coordinator',
      { specialists: [{ ...sickte, id: 'n' }], absences: [{ ...away, specialist: 'n' }] },
      ['/absences/0'],
    ],
    ['the region', 'hr-lk', { region: { ...reference.region, name: 'X' } }, ['/region']],
    ['the day of the region', 'hr-lk', { asOf: '2026-11-24' }, ['/asOf']],
    ['its schema', 'hr-lk', { $schema: 'other' }, ['/$schema']],
    [
      'another authority',
      'hr-lk',
      { authorities: authorities.map((one) => ({ ...one, openOnDefaultClosures: true })).slice(0, 2) },
      ['/authorities/1'],
    ],
    ['a product', 'hr-lk', { products: products.map((one) => ({ ...one, vendor: 'X' })).slice(0, 1) }, ['/products/0']],
    [
      'an agreement',
      'hr-lk',
      { agreements: agreements.map((one) => ({ ...one, noticeWorkingDays: 9 })).slice(0, 1) },
      ['/agreements/0'],
    ],
    ['a requirement of others', 'hr-sickte', { requirements: requirements.slice(0, 1) }, ['/requirements/0']],
    ['a booking', 'hr-lk', { bookings: [{ ...booking, status: 'requested' }] }, ['/bookings/0']],
    [
      'a new booking, by the coordinator',
      'coordinator',
      { bookings: [{ ...booking, id: 'b', halfDays: ['2026-12-01/am'] }] },
      ['/bookings/0'],
    ],
    ['a booking of others as it is', 'hr-sickte', { bookings: [booking] }, ['/bookings/0']],
    ['a refusal', 'hr-lk', { refusals: [refusal] }, ['/refusals/0']],
    [
      'a mark',
      'coordinator',
      {
        gapMarks: [
          {
            id: 'm',
            kind: 'accepted-risk',
            requirement: 'sg-sickte.payroll.1',
            need: 0,
            halfDays: [{ halfDay: '2026-12-21/am', shortage: 1 }],
            by: 'x',
            at: '2026-11-23T08:00:00.000Z',
          },
        ],
      },
      ['/gapMarks/0'],
    ],
  ])('%s', async (_, who, fields, pointers) => {
    const before = await state()
    for (const query of ['', 'apply=true'])
      await expectProblem(await send(who, query, file(fields)), 403, {
        code: 'forbidden',
        errors: pointers.map((pointer) => ({ in: 'body', pointer, code: 'forbidden' })),
      })
    expect(await state()).toBe(before)
  })

  it('in a table, by its row', async () => {
    const rows = [
      'Kennung;Fachkraft;Erster Tag;Beginnt;Letzter Tag;Endet;Prüftermin',
      ';lk-p1;2026-12-21;;2026-12-21;;',
      'abs-001;lk-p2;2027-03-01;;2027-03-02;;',
    ]
    const stored = absences.find((one) => one.id === 'abs-001')
    expect(stored?.specialist.startsWith('si-')).toBe(false)
    const people = [
      'Kennung;Name;Behörde;Fachbereich;Beschäftigt ab;Beschäftigt bis;Wochenstunden;Kompetenzen;Bestellungen und Vollmachten;Zugänge;Befangenheiten;Vertretung höchstens',
      'si-p1;SI;sg-sickte;payroll;2020-01-01;;;;;;;',
    ]
    await expectProblem(await send('hr-lk', '', people.join('\r\n'), 'text/csv'), 403, {
      errors: [{ in: 'body', pointer: '#row=2', row: 2, code: 'forbidden' }],
    })
    expect((await send('hr-sickte', '', rows.join('\r\n'), 'text/csv')).status).toBe(422)
  })

  it('where a file that replaces would take away what is not theirs, without saying what', async () => {
    const own = z.looseObject({}).parse(await (await stage?.as('hr-lk').get('/v1/exports/region'))?.json())
    const lists = ['serviceAreas', 'products', 'authorities', 'agreements', 'specialists', 'requirements', 'absences']
    const errors = [...lists, 'bookings', 'gapMarks', 'refusals'].map((list) => ({
      in: 'body',
      pointer: `/${list}`,
      code: 'forbidden',
    }))
    const answer = await send('hr-lk', 'mode=replace', JSON.stringify(own))
    const problem = Problem.parse(await answer.json())
    expect([answer.status, problem.errors?.toSorted(byPointer)]).toEqual([403, errors.toSorted(byPointer)])
  })

  it('where even whoever may do everything by hand leaves out bookings and refusals', async () => {
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...reference, bookings: bookings.slice(1), refusals: [] }),
    }
    const answer = await stage?.api.request('/v1/imports?mode=replace&apply=true', init)
    const errors = ['/bookings', '/refusals'].map((pointer) => ({ in: 'body', pointer, code: 'forbidden' }))
    expect(Problem.parse(await answer?.json())).toMatchObject({ status: 403, errors })
  })

  it('but whoever manages the personnel of all and coordinates, replaces everything', async () => {
    const people = specialists.filter((one) => one.id !== 'ea-p2')
    const left = absences.filter((one) => one.specialist !== 'ea-p2')
    const body = JSON.stringify({ ...reference, specialists: people, absences: left })
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }
    const applied = await stage?.api.request('/v1/imports?mode=replace&apply=true', init)
    expect(await applied?.json()).toMatchObject({
      isApplied: true,
      preview: { lists: { specialists: { removed: 1 } } },
    })
    expect((await region())?.specialists).toHaveLength(people.length)
  })

  it.each<Somebody>(['head-lk', 'controller-lk', 'lk-p1', 'operator'])(
    'whatever it is, where %s imports',
    async (who) => {
      await expectProblem(await send(who, '', file({})), 403, { code: 'forbidden' })
    },
  )
})

const told = async (specialist: string, halfDay: string) => {
  const one = { id: 'guess', specialist, from: halfDay, to: halfDay }
  const answer = await send('hr-sickte', '', file({ absences: [one] }))
  return [answer.status, (await answer.text()).replaceAll(specialist, '…')]
}

const patternOf = (who: string) =>
  `Fachkraft;Gültig ab;Gültig bis;Woche;Montag;Dienstag;Mittwoch;Donnerstag;Freitag;Samstag;Sonntag\r\n${who};2026-01-01;;1;ganztags;;;;;;\r\n`
const toldOfPattern = async (who: string) => {
  const answer = await send('hr-sickte', '', patternOf(who), 'text/csv')
  return [answer.status, (await answer.text()).replaceAll(who, '…')]
}

describe('an import is no way to ask after others', () => {
  it('when they are away', async () => {
    const known = absences.find((one) => one.specialist.startsWith('lk-'))
    if (known === undefined) throw new Error('nobody is away')
    const [during, before] = [await told(known.specialist, known.from), await told(known.specialist, '2020-01-01/am')]
    expect(during).toEqual(before)
    expect(during).toEqual(await told('nobody', '2020-01-01/am'))
    expect(during[0]).toBe(422)
  })

  it('or who they are, by a table of patterns', async () => {
    expect(await toldOfPattern('lk-p1')).toEqual(await toldOfPattern('nobody'))
    expect((await toldOfPattern('lk-p1'))[0]).toBe(422)
  })

  it('or what was said of the gaps of a need that a file takes away', async () => {
    const need = requirements.find((one) => one.id === 'sg-oderwald.payroll.1')
    const two = {
      ...need,
      id: 'sg-sickte.payroll.9',
      authority: 'sg-sickte',
      needs: [...(need?.needs ?? []), ...(need?.needs ?? [])],
    }
    const body = (needs: readonly unknown[]) => JSON.stringify({ ...nothing, requirements: [{ ...two, needs }] })
    expect((await send('hr-sickte', 'apply=true', body(two.needs))).status).toBe(200)
    const whole = await region()
    const said = { requirement: two.id, need: 1, halfDay: '2027-01-20/am', specialist: 'lk-p7' }
    if (whole === undefined) throw new Error('no region')
    const version = (await stage?.api.ports.regions.stateOf(id))?.version
    await stage?.api.ports.regions.replace({ ...whole, refusals: [...whole.refusals, said] }, version, anImport)
    const answer = await send('hr-sickte', '', body(two.needs.slice(0, 1)))
    expect([answer.status, (await answer.text()).includes('refusals/')]).toEqual([200, false])
  })
})

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
    [
      'a table of nothing known',
      'a;b\r\n1;2\r\n',
      'text/csv',
      422,
      { pointer: '#row=1', row: 1, code: 'unknown-table' },
    ],
    [
      'an impossible day',
      'Kennung;Fachkraft;Erster Tag;Beginnt;Letzter Tag;Endet;Prüftermin\r\n;lk-p1;2026-02-30;;;;\r\n',
      'text/csv',
      422,
      { pointer: '#row=2', row: 2, column: 'Erster Tag' },
    ],
  ])('%s', async (_, body, type, status, error) => {
    const answer = await send('hr-lk', 'apply=true', body, type)
    const problem = Problem.parse(await answer.json())
    expect([answer.status, problem.status]).toEqual([status, status])
    expect(problem.errors).toContainEqual(expect.objectContaining({ in: 'body', ...error }))
  })

  it('as is one of another kind, one too large, and a question that is none', async () => {
    await expectProblem(await send('hr-lk', '', 'x', 'application/xml'), 415, { code: 'unsupported-media-type' })
    await expectProblem(await send('hr-lk', 'mode=upset', file({})), 422, {
      errors: [{ in: 'query', pointer: '/mode' }],
    })
    const large = (bytes: number) => `${file({})}${' '.repeat(bytes - new TextEncoder().encode(file({})).length)}`
    expect((await send('hr-lk', '', large(5_000_000))).status).toBe(200)
    await expectProblem(await send('hr-lk', '', large(5_000_001)), 413, { code: 'body-too-large' })
    const absence = await stage?.as('hr-lk').post('/v1/absences', { pad: 'x'.repeat(1_000_001) })
    expect(absence?.status).toBe(413)
  })
})

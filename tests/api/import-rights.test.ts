import { Problem } from '@vertretbar/api/problem'
import type { Region } from '@vertretbar/domain/region'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { anImport } from '../store/write.ts'
import { expectProblem } from './asking.ts'
import type { Somebody } from './cast.ts'
import { away, file, importing, person, reference, rows } from './importing.ts'

const { stage, state, region, send } = importing()
const { specialists, absences, bookings, refusals, requirements, authorities, products, agreements } = reference
const byPointer = (a: { readonly pointer: string }, b: { readonly pointer: string }): number =>
  a.pointer < b.pointer ? -1 : 1

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
    const people = rows(
      'Kennung;Name;Behörde;Fachbereich;Beschäftigt ab;Beschäftigt bis;Wochenstunden;Kompetenzen;Bestellungen und Vollmachten;Zugänge;Befangenheiten;Vertretung höchstens',
      'lk-neu;LK NEU;lk-wolfenbuettel;payroll;2020-01-01;;;;;;;',
      'si-p1;SI;sg-sickte;payroll;2020-01-01;;;;;;;',
    )
    await expectProblem(await send('hr-lk', '', people), 403, {
      errors: [{ in: 'body', pointer: '', row: 3, code: 'forbidden' }],
    })
    const absent = rows(
      'Kennung;Fachkraft;Erster Tag;Beginnt;Letzter Tag;Endet;Prüftermin',
      ';si-p1;2027-03-01;;2027-03-01;;',
      ';lk-p1;2026-12-21;;2026-12-21;;',
    )
    const place = { pointer: '', row: 3, columnName: 'Fachkraft' }
    await expectProblem(await send('hr-sickte', '', absent), 422, {
      errors: [{ in: 'body', ...place, code: 'unknown-reference', to: 'specialist', id: 'lk-p1' }],
    })
  })

  it('where a file that replaces would take away what is not theirs, without saying what', async () => {
    const own = z.looseObject({}).parse(await (await stage().as('hr-lk').get('/v1/exports/region')).json())
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
    const answer = await stage().api.request('/v1/imports?mode=replace&apply=true', init)
    const errors = ['/bookings', '/refusals'].map((pointer) => ({ in: 'body', pointer, code: 'forbidden' }))
    expect(Problem.parse(await answer.json())).toMatchObject({ status: 403, errors })
  })

  it('but whoever manages the personnel of all and coordinates, replaces everything', async () => {
    const people = specialists.filter((one) => one.id !== 'ea-p2')
    const left = absences.filter((one) => one.specialist !== 'ea-p2')
    const body = JSON.stringify({ ...reference, specialists: people, absences: left })
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }
    const applied = await stage().api.request('/v1/imports?mode=replace&apply=true', init)
    expect(await applied.json()).toMatchObject({
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
  rows(
    'Fachkraft;Gültig ab;Gültig bis;Woche;Montag;Dienstag;Mittwoch;Donnerstag;Freitag;Samstag;Sonntag',
    `${who};2026-01-01;;1;ganztags;;;;;;`,
  )
const toldOfPattern = async (who: string) => {
  const answer = await send('hr-sickte', '', patternOf(who))
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
    const body = (needs: readonly unknown[]) => file({ requirements: [{ ...two, needs }] })
    expect((await send('hr-sickte', 'apply=true', body(two.needs))).status).toBe(200)
    const whole = await region()
    const said = { requirement: two.id, need: 1, halfDay: '2027-01-20/am', specialist: 'lk-p7' }
    if (whole === undefined) throw new Error('no region')
    const version = (await stage().api.ports.regions.stateOf('wolfenbuettel'))?.version
    await stage().api.ports.regions.replace({ ...whole, refusals: [...whole.refusals, said] }, version, anImport)
    const answer = await send('hr-sickte', '', body(two.needs.slice(0, 1)))
    expect([answer.status, (await answer.text()).includes('refusals/')]).toEqual([200, false])
  })
})

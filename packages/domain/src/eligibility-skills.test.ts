import { describe, expect, it } from 'vitest'
import { type Case, periodRows, type Row, reasonsIn } from './test-candidacy.ts'
import { runsA, since } from './test-region.ts'

const payroll = (roles: string[], products: string[]) => ({ area: 'payroll', roles, products })
const able = (...competences: ReturnType<typeof payroll>[]): Case => ({ candidate: { competences } })
const runsB = { ...runsA, product: 'b' }
/** The parish changes from `a` to `b` on a day; the candidate knows `a` only. */
const change = (lastOfA: string, firstOfB: string): Case => ({
  parish: {
    deployments: [
      { ...runsA, validTo: lastOfA },
      { ...runsB, validFrom: firstOfB },
    ],
  },
})

const tables: Readonly<Record<string, readonly Row[]>> = {
  'not-competent': [
    ['nothing speaks against it', {}, []],
    ['no competence at all', able(), ['not-competent']],
    ['only another role', able(payroll(['approver'], ['a'])), ['not-competent']],
    ['one of the roles', { ...able(payroll(['approver'], ['a'])), anyOf: ['clerk', 'approver'] }, []],
    ['the role in a second competence', able(payroll(['approver'], ['a']), payroll(['clerk'], ['a'])), []],
    ['the role in another area only', able({ area: 'audit', roles: ['auditor'], products: ['a'] }), ['not-competent']],
  ],
  'product-unknown': [
    ['only another product', able(payroll(['clerk'], ['b'])), ['product-unknown']],
    ['no product, and none is deployed', { ...able(payroll(['clerk'], [])), parish: { deployments: [] } }, []],
    ...periodRows(
      'the unknown software',
      (period) => ({ ...able(payroll(['clerk'], [])), parish: { deployments: [{ ...runsA, ...period }] } }),
      { valid: ['product-unknown'], invalid: [] },
    ),
    ['the software changes the day after', change('2026-06-10', '2026-06-11'), []],
    ['the software changed that day', change('2026-06-09', '2026-06-10'), ['product-unknown']],
    ['both run on the last day', change('2026-06-10', '2026-06-10'), []],
    [
      'the product in another role only',
      able(payroll(['clerk'], ['b']), payroll(['approver'], ['a'])),
      ['product-unknown'],
    ],
    ['the product in another area only', able(payroll(['clerk'], ['b']), audit(['a'])), ['product-unknown']],
  ],
  'no-authorisation': [
    ['a role that needs none', { candidate: { authorisations: [] } }, []],
    ['none on file', { anyOf: ['approver'], candidate: { authorisations: [] } }, ['no-authorisation']],
    ['none on file for one of two roles', { anyOf: ['approver', 'clerk'], candidate: { authorisations: [] } }, []],
    [
      'the product is not known either',
      { anyOf: ['approver'], candidate: { authorisations: [], competences: [payroll(['approver'], ['b'])] } },
      ['product-unknown'],
    ],
    ...periodRows('the authorisation', (period) => authorised(period), { valid: [], invalid: ['no-authorisation'] }),
    ['it is for another area', authorised({ ...since, area: 'audit' }), ['no-authorisation']],
    ['it is for another authority', authorised({ ...since, authority: 'city' }), ['no-authorisation']],
    [
      'in-house',
      { anyOf: ['approver'], candidate: { authority: 'parish', homeArea: 'registry', authorisations: [] } },
      ['no-authorisation'],
    ],
  ],
  'no-access-in-time': [
    ['lead time exactly enough', { candidate: { access: [] }, today: '2026-06-05' }, []],
    ['lead time one day short', { candidate: { access: [] }, today: '2026-06-08' }, ['no-access-in-time']],
    [
      'a whole day closed there does not count',
      { candidate: { access: [] }, today: '2026-06-05', parish: closed({ date: '2026-06-09' }) },
      ['no-access-in-time'],
    ],
    [
      'a half day closed there counts',
      { candidate: { access: [] }, today: '2026-06-05', parish: closed({ date: '2026-06-09', half: 'am' }) },
      [],
    ],
    [
      'a day closed at home counts',
      { candidate: { access: [] }, today: '2026-06-05', city: { closures: [{ date: '2026-06-09' }] } },
      [],
    ],
    ['no software is deployed', { candidate: { access: [] }, today: '2026-06-09', parish: { deployments: [] } }, []],
    ...periodRows('the access', (period) => withAccess(period), { valid: [], invalid: ['no-access-in-time'] }),
    ['access to another product', withAccess({ ...since, product: 'b' }), ['no-access-in-time']],
    ['access at another authority', withAccess({ ...since, authority: 'city' }), ['no-access-in-time']],
    [
      'access to one of two known products that run there',
      { ...able(payroll(['clerk'], ['a', 'b'])), today: '2026-06-08', parish: { deployments: [runsA, runsB] } },
      [],
    ],
    [
      'access only to the product that is not known',
      {
        candidate: { access: [{ authority: 'parish', product: 'b', ...since }] },
        today: '2026-06-08',
        parish: { deployments: [runsA, runsB] },
      },
      ['no-access-in-time'],
    ],
    ['in-house', { candidate: { authority: 'parish', homeArea: 'registry', access: [] }, today: '2026-06-08' }, []],
  ],
}

function audit(products: string[]) {
  return { area: 'audit', roles: ['auditor'], products }
}

function closed(...closures: { date: string; half?: 'am' | 'pm' }[]) {
  return { deployments: [runsA], closures }
}

function authorised(fields: { validFrom: string; validTo?: string; area?: string; authority?: string }): Case {
  const authorisation = { authority: 'parish', area: 'payroll', ...fields }
  return { anyOf: ['approver'], candidate: { authorisations: [authorisation] } }
}

/** Too late to open a new access. */
function withAccess(fields: { validFrom: string; validTo?: string; product?: string; authority?: string }): Case {
  return { candidate: { access: [{ authority: 'parish', product: 'a', ...fields }] }, today: '2026-06-08' }
}

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('%s', (_boundary, one, codes) => {
    expect(reasonsIn(one)).toEqual(codes)
  })
})

import { describe, expect, it } from 'vitest'
import { gapsView } from './gaps-view.ts'
import { fieldsOf, type Kind, short, viewerOf, week } from './test-viewer.ts'

const told = (kind: Kind) => gapsView(viewerOf(kind), week)

const named = (list: readonly { readonly requirement: string }[]): string[] => [
  ...new Set(list.map(({ requirement }) => requirement)),
]

describe('gaps', () => {
  it.each<readonly [Kind, string[], string[], string[]]>([
    ['the HR manager who asks', ['parish.payroll'], ['city.audit'], []],
    ['the head of the area that asks', ['parish.payroll'], ['city.audit'], []],
    ['the controller who asks', [], [], []],
    ['the HR manager of a partner', ['city.audit'], ['parish.payroll'], ['city.payroll']],
    ['a specialist of a partner', [], ['city.audit', 'parish.payroll'], []],
    ['the HR manager of a stranger', ['town.payroll'], [], []],
    ['the coordinator', [], ['city.audit', 'parish.payroll', 'town.payroll'], []],
    ['the operator', [], [], []],
  ])(
    'are whole where they are own, needs where a partner has them, and else nothing: %s',
    (kind, whole, needs, fragile) => {
      const view = told(kind)
      expect([named(view.gaps), named(view.needs), named(view.fragile)]).toEqual([whole, needs, fragile])
    },
  )

  it('of partners say where, for whom, when and how soon, and no more', () => {
    const [need] = told('the HR manager of a partner').needs
    expect(need).toEqual({
      requirement: 'parish.payroll',
      need: 0,
      authority: 'parish',
      area: 'payroll',
      roles: ['clerk'],
      halfDays: short.slice(0, 2),
      severity: 'soon',
    })
  })

  it('of their own tell all there is', () =>
    expect(fieldsOf(told('the HR manager who asks').gaps)).toEqual(
      'acknowledged area authority blocks cause causes criticality halfDay halfDays need people requirement severity shortage state structural'.split(
        ' ',
      ),
    ))
})

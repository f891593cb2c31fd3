import { dayOf } from './half-day.ts'
import { lookAt } from './look.ts'
import type { OutboxMessage } from './message.ts'
import type { Case } from './test-candidacy.ts'
import { lending } from './test-command.ts'
import { member } from './test-member.ts'
import { night, staff } from './test-nights.ts'

const person = member('person', { roles: [{ role: 'specialist', authority: 'city' }], specialist: 'city-p1' })
const registrar = member('registrar', { roles: [{ role: 'specialist', authority: 'parish' }], specialist: 'parish-r1' })

/** The region of a case in which nothing is required and so nobody missing, with all who are told of covers. */
export const region = (one: Case) =>
  lending({
    members: [...staff, person, registrar],
    wanted: { when: { kind: 'dates', halfDays: [] } },
    home: { when: { kind: 'dates', halfDays: [] } },
    ...one,
  })

/** What is told in nights one after the other, to each member as in `lender: answer-wanted as lender`; the news in the first. */
export function told(
  days: readonly (readonly [date: string, one: Case])[],
  news: readonly OutboxMessage[] = [],
): string[][] {
  let before: ReturnType<typeof night> | undefined
  return days.map(([date, one]) => {
    const done = night(lookAt(region(one), dayOf(date)), before, before === undefined ? news : [])
    before = done
    return done.mails.flatMap(({ to, alerts }) =>
      alerts.flatMap((alert) => ('gap' in alert ? [] : [`${to}: ${wordOf(alert)}`])),
    )
  })
}

const wordOf = (alert: ReturnType<typeof night>['mails'][number]['alerts'][number]): string => {
  if ('side' in alert) return `${alert.kind} as ${alert.side}`
  if ('notice' in alert) return alert.notice
  return 'product' in alert && alert.kind === 'access-missing' ? `${alert.kind} ${alert.product}` : alert.kind
}

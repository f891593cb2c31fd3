import { type Balance, balances } from '@vertretbar/domain/balance'
import { dateOf } from '@vertretbar/domain/half-day'
import { accept } from '@vertretbar/domain/result'
import type { Command } from '../command.ts'
import { styled, table } from '../table.ts'
import type { View } from '../view.ts'
import { onStoredRegion, viewOf } from './open-region.ts'

/** The balances of a year, this one unless another is named. */
export const ledger: Command = (call, surroundings) =>
  onStoredRegion(call, surroundings, async ({ ports, snapshot, today }) => {
    const year = call.said.year ?? Number(dateOf(today).slice(0, 4))
    const entries = await ports.ledger.ofYear(snapshot.region.region.id, year)
    const found = balances(entries)
    return accept({
      data: { year, balances: found },
      text: () => balancesView(found, year, viewOf(snapshot, today, surroundings)),
    })
  })

async function balancesView(found: readonly Balance[], year: number, view: View): Promise<string> {
  const { texts, page } = view
  const heading = styled(texts.ledgerHeading(year), 'bold', page)
  if (found.length === 0) return `${heading}\n  ${texts.ledgerEmpty}`
  const head = [texts.giver, texts.receiver, texts.area, texts.quarter, texts.halfDaysColumn, texts.hours, texts.amount]
  const rows = found.map((balance) => [
    ...whoseText(balance, view),
    String(balance.quarter),
    ...amountTexts(balance, view),
  ])
  const total = [texts.total, '', '', '', ...amountTexts(totalOf(found), view)]
  return `${heading}\n${await table(head, [...rows, total], page)}`
}

/** The ledger outlives the master data: what is not there any more is told by its id. */
function whoseText({ giver, receiver, area }: Balance, { index: { region }, language }: View): string[] {
  const authority = (id: string): string => region.authorities.find((one) => one.id === id)?.name ?? id
  return [
    authority(giver),
    authority(receiver),
    region.serviceAreas.find((one) => one.id === area)?.name[language] ?? area,
  ]
}

type Amounts = Pick<Balance, 'halfDays' | 'minutes' | 'cents'>

const totalOf = (found: readonly Balance[]): Amounts => ({
  halfDays: found.reduce((sum, { halfDays }) => sum + halfDays, 0),
  minutes: found.reduce((sum, { minutes }) => sum + minutes, 0),
  cents: found.reduce((sum, { cents }) => sum + cents, 0),
})

function amountTexts({ halfDays, minutes, cents }: Amounts, { language }: View): string[] {
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  const euros = (cents / 100).toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return [halfDays.toLocaleString(locale), hoursText(minutes), `${euros} EUR`]
}

/** Hours and minutes: `11:42`. */
const hoursText = (minutes: number): string =>
  `${minutes < 0 ? '−' : ''}${Math.floor(Math.abs(minutes) / 60)}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`

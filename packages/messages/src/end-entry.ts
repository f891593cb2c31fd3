import type { Agreement } from '@vertretbar/domain/agreement'
import type { Alert } from '@vertretbar/domain/alert'
import type { LocalDate } from '@vertretbar/domain/half-day'
import { type AlertEntry, isSaid, placeText, type Telling } from './alert-telling.ts'
import { type AlertWords, alertWords } from './alert-words.ts'
import { dateText } from './date-text.ts'
import type { RegionNames } from './region-names.ts'
import { linkTo } from './screen-link.ts'

type EndAlert = Extract<Alert, { readonly on: LocalDate }>

/** What ends as it is told: its last day, and between whom or where it was. */
export function endEntry(alert: EndAlert, telling: Telling): AlertEntry {
  const { language } = telling
  const words = alertWords[language]
  return {
    ...endOf(alert, telling),
    marks: [{ text: words.kinds[alert.kind], tone: 'plain' }],
    url: linkTo(
      alert.kind === 'agreement-ends'
        ? { kind: 'start' }
        : { kind: 'days', area: alert.area, halfDay: `${alert.on}/am` },
      telling,
    ),
  }
}

function endOf(alert: EndAlert, { names, agreements, language }: Telling): Pick<AlertEntry, 'title' | 'lines'> {
  const words = alertWords[language]
  const lastDay = words.lastDay(dateText(alert.on, language))
  switch (alert.kind) {
    case 'agreement-ends': {
      const found = agreements.find(({ id }) => id === alert.agreement)
      return {
        title: found === undefined ? words.agreement : partiesText(found, names, words),
        lines: [lastDay, found === undefined ? '' : found.areas.map(names.area).join(', ')].filter(isSaid),
      }
    }
    case 'authorisation-ends':
      return { title: placeText(alert, names), lines: [lastDay, words.ofOnePerson] }
    case 'software-changes':
      return {
        title: `${names.product(alert.product)}: ${placeText(alert, names)}`,
        lines: [lastDay, words.otherSoftware],
      }
  }
}

/** Who serves whom; where all serve each other, who they are. */
function partiesText({ givers, receivers }: Agreement, names: RegionNames, words: AlertWords): string {
  const isMutual = givers.length === receivers.length && givers.every((giver) => receivers.includes(giver))
  const from = named(givers, names, words)
  return isMutual ? words.mutual(from) : words.servesFor(from, named(receivers, names, words))
}

/** More authorities than this are counted rather than named. */
const mostNamed = 3

const named = (authorities: readonly string[], names: RegionNames, words: AlertWords): string =>
  authorities.length > mostNamed ? words.authorities(authorities.length) : authorities.map(names.authority).join(', ')

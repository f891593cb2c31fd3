import type { CoverAlert } from './alert-section.ts'
import { type AlertEntry, isSaid, type Mark, placeText, sentence, type Telling } from './alert-telling.ts'
import { type AlertWords, alertWords } from './alert-words.ts'
import { instantText } from './instant-text.ts'
import { linkTo } from './screen-link.ts'

/** A cover as it is told: whom it helps, when, and from where; never who it is. */
export function coverEntry(alert: CoverAlert, telling: Telling): AlertEntry {
  const { names, language } = telling
  const words = alertWords[language]
  const { authority, lender, halfDays } = alert
  const from = authority === lender ? words.inHouse : words.lender(names.authority(lender))
  const when = names.when(authority, halfDays)
  const place = placeText(alert, names)
  return {
    title: alert.kind === 'access-missing' ? `${names.product(alert.product)}: ${names.authority(authority)}` : place,
    marks: coverMarks(alert, words),
    lines: [
      alert.kind === 'access-missing' ? words.coverOn(names.area(alert.area), when) : when,
      sentence([from, ...coverFacts(alert, telling)]),
    ].filter(isSaid),
    url: linkTo({ kind: 'days', area: alert.area, halfDay: halfDays[0] }, telling),
  }
}

const coverMarks = (alert: CoverAlert, words: AlertWords): Mark[] =>
  alert.kind === 'cover' ? [{ text: words.notices[alert.notice], tone: isLost(alert) ? 'danger' : 'plain' }] : []

/** Cover that was agreed to, and on which somebody may rely. */
const isLost = ({ notice }: Extract<CoverAlert, { kind: 'cover' }>): boolean =>
  notice === 'broken' || notice === 'recalled'

function coverFacts(alert: CoverAlert, { language }: Telling): string[] {
  const words = alertWords[language]
  switch (alert.kind) {
    case 'cover':
      return isLost(alert) ? [words.notTakingPlace] : []
    case 'answer-wanted':
      return [
        words.asked[alert.side],
        alert.until === undefined ? '' : words.answerBy(instantText(alert.until, language)),
      ]
    case 'statement-wanted':
      return [words.sayWhatWasWorked]
    case 'access-missing':
      return [words.noAccess]
  }
}

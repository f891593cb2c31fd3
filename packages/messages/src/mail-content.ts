import { accessOf } from '@vertretbar/domain/access'
import type { Alert, Mail } from '@vertretbar/domain/alert'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { dayOf, type LocalDate } from '@vertretbar/domain/half-day'
import { millisecondsOf } from '@vertretbar/domain/instant'
import { grantsOn, type HeldGrant } from '@vertretbar/domain/member'
import type { RegionIndex } from '@vertretbar/domain/region-index'
import { entryOf } from './alert-entry.ts'
import { headline } from './alert-headline.ts'
import { sectioned } from './alert-section.ts'
import type { AlertEntry } from './alert-telling.ts'
import { alertWords } from './alert-words.ts'
import { instantText } from './instant-text.ts'
import { mailWords } from './mail-words.ts'
import { regionNames } from './region-names.ts'
import { rolesText } from './role-words.ts'
import { type LinkBase, linkTo } from './screen-link.ts'

/** What a mail says, whatever it is written in. */
export interface MailContent {
  readonly language: LinkBase['language']
  readonly subject: string
  readonly heading: string
  readonly stand: string
  readonly sections: readonly MailSection[]
  readonly footer: readonly string[]
  readonly product: string
  readonly url: string
}

/** A heading, and what stands below it. */
export interface MailSection {
  readonly heading: string
  readonly entries: readonly AlertEntry[]
}

/** What a mail says to whom it goes, by the region as it stands. */
export function contentOf(mail: Mail, index: RegionIndex, base: LinkBase): MailContent {
  const { language } = base
  const words = mailWords[language]
  const names = regionNames(index, language)
  const today = dateInGermany(millisecondsOf(mail.at))
  const access = accessOf(index, { kind: 'member', id: mail.to }, dayOf(today))
  const telling = { ...base, names, agreements: index.region.agreements, access, today }
  const heading = headline(mail.alerts, names, language)
  const entries = (alerts: readonly Alert[]): AlertEntry[] => alerts.map((alert) => entryOf(alert, telling))
  return {
    language,
    subject: subjectOf(`${words.product}: ${heading}`),
    heading,
    stand: words.stand(index.region.region.name, instantText(mail.at, language)),
    sections: sectioned(mail.alerts).map(([section, alerts]) => ({
      heading: alertWords[language].sections[section],
      entries: entries(alerts),
    })),
    footer: [
      ...reasons(index, mail.to, { today, language }),
      words.often[mail.kind],
      words.unnamed,
      words.settings,
      words.noAnswer,
    ],
    product: words.product,
    url: linkTo({ kind: 'start' }, base),
  }
}

/** Names may be long; a list of mails shows no more than a line of them. */
const longestSubject = 150

function subjectOf(text: string): string {
  // By characters: half of one that takes two units would be none.
  const characters = Array.from(text)
  if (characters.length <= longestSubject) return text
  return `${characters
    .slice(0, longestSubject - 1)
    .join('')
    .trimEnd()}…`
}

/** Why somebody gets a mail: their roles on that day, and those of whom they stand for. */
function reasons(
  index: RegionIndex,
  to: string,
  { today, language }: { readonly today: LocalDate; readonly language: LinkBase['language'] },
): string[] {
  const { authorities, serviceAreas: areas, members = [] } = index.region
  const member = members.find(({ id }) => id === to)
  const held = member === undefined ? [] : grantsOn(member, members, today)
  const named = (grants: readonly HeldGrant[]): string =>
    rolesText({ roles: grants.map(({ grant }) => grant), authorities, areas }, language)
  const own = named(held.filter(({ isDeputy }) => !isDeputy))
  const deputised = named(held.filter(({ isDeputy }) => isDeputy))
  const words = mailWords[language]
  if (deputised === '') return own === '' ? [] : [words.because(own)]
  return [own === '' ? words.becauseDeputy(deputised) : words.becauseAlso(own, deputised)]
}

import type { Mail } from '@vertretbar/domain/alert'
import { alertsDue } from '@vertretbar/domain/alerts-due'
import { timeInGermany } from '@vertretbar/domain/calendar'
import { dayOf } from '@vertretbar/domain/half-day'
import { instantOf } from '@vertretbar/domain/instant'
import { lookAt } from '@vertretbar/domain/look'
import type { Grant, Member } from '@vertretbar/domain/member'
import { type Audience, NoticeKind, type OutboxMessage } from '@vertretbar/domain/message'
import { recorded, type Sighting } from '@vertretbar/domain/recorded-gaps'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { toldAtOnce } from '@vertretbar/domain/told-at-once'
import type { ToldOnce } from '@vertretbar/domain/watch'
import { mailText } from '@vertretbar/messages/mail-text'
import { expect } from 'vitest'
import { campaign } from '../campaign.ts'
import { type Random, randomOf } from '../generate/random.ts'
import { generateRegion } from '../generate/region.ts'
import { differences, twinsOf } from './twins.ts'

const member = (id: string, role: Grant): Member => ({
  id,
  address: `${id}@example.de`,
  language: 'de',
  roles: [role],
  validFrom: '2000-01-01',
})

/** Somebody of each role: at each authority, in each area, for all, and each person. */
function everybody({ authorities, serviceAreas, specialists }: Region): Member[] {
  return [
    member('coordinator', { role: 'coordinator' }),
    ...authorities.map(({ id }) => member(`${id}.hr`, { role: 'hr-manager', authority: id })),
    ...authorities.flatMap(({ id }) =>
      serviceAreas.map((area) => member(`${id}.${area.id}.head`, { role: 'area-head', authority: id, area: area.id })),
    ),
    ...specialists.map((one, at) => ({
      ...member(`person${at}`, { role: 'specialist', authority: one.authority }),
      specialist: one.id,
    })),
  ]
}

interface Days {
  readonly today: string
  readonly nights: number
  readonly news?: readonly OutboxMessage[]
}

/** All mails of some nights one after the other, as they are read; news come up in the first night, and at once. */
function mailsOf(region: Region, { today, nights, news = [] }: Days): string[] {
  const index = new RegionIndex({ ...region, members: everybody(region) })
  let sighting: Sighting | undefined
  let toldOnce: readonly ToldOnce[] = []
  const ids: string[] = []
  const newId = (): string => `gap.${ids.push('')}`
  const mails: Mail[] = news.flatMap((message) => toldAtOnce(index, message, dayOf(today)).mails)
  for (let night = 0; night < nights; night += 1) {
    const look = lookAt(index, dayOf(today) + night)
    const at = instantOf(timeInGermany(look.today, '03:30'))
    sighting = recorded(sighting, look, { at, newId })
    const due = alertsDue(look, { records: sighting.records, toldOnce, news: night === 0 ? news : [], at })
    sighting = { ...sighting, records: due.records }
    toldOnce = due.toldOnce
    mails.push(...due.mails)
  }
  return mails.flatMap((mail) =>
    (['de', 'en'] as const).map((language) => {
      const { subject, text, html } = mailText(mail, index, { baseUrl: 'https://vertretbar.example/', language })
      return [mail.to, subject, text, html].join('\n')
    }),
  )
}

for (const difference of differences)
  campaign(`which of two equals has which ${difference} stands in no mail`, { test: 2, prove: 500 }, (seed) => {
    const { region, swapped, today } = twinsOf(seed, difference)
    const [mails, others] = [region, swapped].map((one) => mailsOf(one, { today, nights: 3 }))
    expect(mails).toEqual(others)
  })

/** News of every kind to everybody about each cover there is. */
const newsOf = (random: Random, { bookings }: Region, at: string): OutboxMessage[] =>
  bookings.map(({ id, specialist, authority, area, halfDays }, number) => ({
    id: `message.${number}`,
    at,
    notices: NoticeKind.options.map((kind) => ({
      kind,
      booking: { id, specialist, authority, area },
      halfDays: random.some(halfDays, 0.7),
      to: [
        { kind: 'specialist', specialist },
        { kind: 'hr-manager', authority },
        { kind: 'area-head', authority, area },
        { kind: 'coordinator' },
      ] satisfies Audience[],
    })),
  }))

campaign('a mail names nobody, not even whom it goes to', { test: 6, prove: 500 }, (seed) => {
  const drawn = generateRegion(seed, { bookings: [1, 6], absences: 0.5 })
  const specialists = drawn.region.specialists.map((one, at) => ({ ...one, displayName: `Niemand ${at}` }))
  const region = { ...drawn.region, specialists }
  const news = newsOf(randomOf(seed), region, `${drawn.today}T01:00:00.000Z`)
  const mails = mailsOf(region, { today: drawn.today, nights: 2, news })
  const names = ['@example', ...specialists.flatMap(({ id, displayName }) => [id, displayName])]
  expect(mails.filter((mail) => names.some((name) => mail.includes(name)))).toEqual([])
  expect(mails.length).toBeGreaterThan(0)
})

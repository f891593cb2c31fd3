import type { Command } from '@vertretbar/domain/command'
import type { Region } from '@vertretbar/domain/region'
import { changed, type Judge, no, type Verdict } from './state.ts'

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>
type Feed = NonNullable<Region['feeds']>[number]

const most = 10

/** A calendar of somebody who is there, of something that is there; nobody has more than so many. */
export const made: Judge<Of<'create-feed'>> = (state, { member, shows, token }, { at, newIds }) => {
  const { region } = state
  const { members = [], feeds = [] } = region
  const isKnown = members.some(({ id }) => id === member)
  const isFull = feeds.filter((feed) => feed.member === member).length >= most
  const nos = [
    ...(isKnown ? [] : [{ code: 'unknown', what: 'member', id: member } as const]),
    ...(isThere(region, shows) ? [] : [{ code: 'invalid' } as const]),
    ...(isFull ? [{ code: 'too-many-feeds', most } as const] : []),
  ]
  if (nos.length > 0) return no(...nos)
  return changed(state, { feeds: [...feeds, { id: newIds[0] ?? 'unnamed', member, token, shows, createdAt: at }] })
}

/** Another token takes the place of the first. */
export const renewed: Judge<Of<'rotate-feed'>> = (state, { feed: id, token }) => {
  const { feeds = [] } = state.region
  if (!feeds.some((one) => one.id === id)) return unknown(id)
  return changed(state, { feeds: feeds.map((one) => (one.id === id ? { ...one, token } : one)) })
}

/** It is there no more. */
export const givenBack: Judge<Of<'revoke-feed'>> = (state, { feed: id }) => {
  const { feeds = [] } = state.region
  if (!feeds.some((one) => one.id === id)) return unknown(id)
  return changed(state, { feeds: feeds.filter((one) => one.id !== id) })
}

/** The calendars of those who are there, of what is there. */
export const feedsLeft = (region: Region): Feed[] =>
  (region.feeds ?? []).filter(
    ({ member, shows }) => (region.members ?? []).some(({ id }) => id === member) && isThere(region, shows),
  )

function isThere({ specialists, authorities, serviceAreas }: Region, shows: Feed['shows']): boolean {
  if (shows.kind === 'person') return specialists.some(({ id }) => id === shows.specialist)
  const { authority, area } = shows
  return (
    authorities.some(({ id }) => id === authority) && (area === undefined || serviceAreas.some(({ id }) => id === area))
  )
}

const unknown = (id: string): Verdict => no({ code: 'unknown', what: 'feed', id })

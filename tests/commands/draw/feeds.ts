import { type FeedSubject, mostFeeds } from '@vertretbar/domain/feed'
import { type Draw, idOf, type View } from './view.ts'

/** A calendar for somebody, now and then for one who has as many as anybody may have. */
export const drawFeed: Draw = (view) => {
  const { region, random } = view
  const { members = [], feeds = [] } = region
  const full = members.filter(({ id }) => feeds.filter(({ member }) => member === id).length >= mostFeeds - 1)
  const member = idOf(random, full.length > 0 && random.chance(0.3) ? full : members)
  return { kind: 'create-feed', member, shows: drawSubject(view), token: drawToken(view) }
}

/** A calendar gets another address. */
export const drawNewToken: Draw = (view) => ({
  kind: 'rotate-feed',
  feed: idOf(view.random, view.region.feeds ?? []),
  token: drawToken(view),
})

/** A calendar is given back. */
export const drawGivenBack: Draw = ({ region, random }) => ({
  kind: 'revoke-feed',
  feed: idOf(random, region.feeds ?? []),
})

function drawSubject({ region, random }: View): FeedSubject {
  if (random.chance(0.5)) return { kind: 'person', specialist: idOf(random, region.specialists) }
  const authority = idOf(random, region.authorities)
  return random.chance(0.3)
    ? { kind: 'place', authority }
    : { kind: 'place', authority, area: idOf(random, region.serviceAreas) }
}

/** Like no other, in this region and in those beside it. */
const drawToken = ({ region, random }: View): string => {
  const drawn = Array.from({ length: 8 }, () => random.int(0, 0xffff).toString(16).padStart(4, '0')).join('')
  const { id } = region.region
  return Buffer.from(id).toString('hex').padEnd(32, '0').slice(-32) + drawn
}

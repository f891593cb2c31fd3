import { answers, places, type Rows, type Where } from './test-access.ts'

/** The commands of calendar feeds. */
export type OfFeeds = 'create-feed' | 'rotate-feed' | 'revoke-feed'

const token = 'a'.repeat(64)
const member = 'viewer'
/** Everybody's own shows the payroll of the city. */
const feed = (where: Where) => ({ feed: where === 'own' ? 'viewer.feed' : `${places[where]}.hr.feed` })

/** Who may give the commands of calendar feeds; a kind that is missing does not compile. */
export const feedRows: Rows<OfFeeds> = {
  'create-feed': [
    {
      says: 'the covers of a person are shown to nobody but that person',
      command: (where) => ({
        kind: 'create-feed',
        member,
        shows: { kind: 'person', specialist: `${places[where]}.p` },
        token,
      }),
      answers: answers({ specialist: '+--' }, '---'),
    },
    {
      says: 'the covers of an area are shown to those who look after it',
      command: (where) => ({
        kind: 'create-feed',
        member,
        shows: { kind: 'place', authority: places[where], area: 'payroll' },
        token,
      }),
      answers: answers({ 'hr-manager': '+--', 'area-head': '+--' }, '---'),
    },
    {
      says: 'those of an area of others are not',
      command: (where) => ({
        kind: 'create-feed',
        member,
        shows: { kind: 'place', authority: places[where], area: 'audit' },
        token,
      }),
      answers: answers({ 'hr-manager': '+--' }, '---'),
    },
    {
      says: 'the covers of a whole authority are shown to its staff office',
      command: (where) => ({ kind: 'create-feed', member, shows: { kind: 'place', authority: places[where] }, token }),
      answers: answers({ 'hr-manager': '+--' }, '---'),
    },
    {
      says: 'nobody has a feed made for somebody else',
      command: (where) => ({
        kind: 'create-feed',
        member: `${places[where]}.hr`,
        shows: { kind: 'place', authority: 'city', area: 'payroll' },
        token,
      }),
      answers: answers({}, '---'),
    },
  ],
  'rotate-feed': [
    {
      says: 'a feed of one’s own goes on by another token, if one may still see what it shows',
      command: (where) => ({ kind: 'rotate-feed', ...feed(where), token }),
      answers: answers({ 'hr-manager': '+??', 'area-head': '+??' }, '-??'),
    },
  ],
  'revoke-feed': [
    {
      says: 'a feed of one’s own ends, whatever one may still see',
      command: (where) => ({ kind: 'revoke-feed', ...feed(where) }),
      answers: answers({}, '+??'),
    },
  ],
}

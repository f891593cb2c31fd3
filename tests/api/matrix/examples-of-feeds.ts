import { type Example, list, postOf, type Taken } from './example.ts'
import { type Position, people } from './region.ts'

const places: readonly Position[] = ['own', 'other area', 'partner', 'foreign', 'elsewhere', 'missing']
const posts: readonly Position[] = ['oneself', ...places]

/** The covers of a person, whose post gives nobody a right to see them in a calendar. */
const ofPerson: Taken = { right: 'subscribe', on: (position) => ({ person: people[position].id, places: [] }) }

/** Each member’s own: nobody else knows of it. */
const own = (suffix: string, fields: Pick<Example, 'status' | 'takes'> & { readonly body?: object }): Example => ({
  at: ['own', 'elsewhere', 'missing'],
  ask: (position) => ({ path: `/v1/feeds/${position}.calendar${suffix}`, body: fields.body }),
  alone: 'hr-manager',
  ...(fields.takes && { takes: fields.takes }),
  status: fields.status,
})

/** Examples of calendar feeds, as their members make, renew and give them back. */
export const examplesOfFeeds: Readonly<Record<string, readonly Example[]>> = {
  'get /v1/feeds': [list('/v1/feeds')],
  'post /v1/feeds': [
    {
      as: 'of a person',
      at: posts,
      ask: (position) => ({
        path: '/v1/feeds',
        body: { shows: { kind: 'person', specialist: people[position].id } },
      }),
      takes: [ofPerson],
      status: 201,
    },
    {
      as: 'of an area',
      at: places,
      ask: (position) => {
        const { authority, area } = people[position]
        return { path: '/v1/feeds', body: { shows: { kind: 'place', authority, area } } }
      },
      takes: [{ right: 'subscribe', on: postOf }],
      status: 201,
    },
    {
      as: 'of an authority',
      at: places,
      ask: (position) => ({
        path: '/v1/feeds',
        body: { shows: { kind: 'place', authority: people[position].authority } },
      }),
      takes: [{ right: 'subscribe', on: (position) => ({ places: [{ authority: people[position].authority }] }) }],
      status: 201,
    },
  ],
  'post /v1/feeds/{id}/tokens': [
    own('/tokens', { body: {}, takes: [{ right: 'subscribe', on: postOf }], status: 201 }),
  ],
  'delete /v1/feeds/{id}': [own('', { status: 204 })],
}

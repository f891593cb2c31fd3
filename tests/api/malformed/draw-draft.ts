import * as z from 'zod'
import { type Document, type Route, routesOf } from '../../contract/document.ts'
import type { Random } from '../../generate/random.ts'
import { examples } from '../matrix/examples.ts'
import { people } from '../matrix/region.ts'
import type { Draft } from './draft.ts'
import { valueDrawer } from './draw-value.ts'

/** Names that mean something in the region of those who ask, and some that mean nothing there. */
const ids = Object.values(people).flatMap(({ id, authority, area }) => [
  id,
  authority,
  area,
  `${authority}.${area}`,
  ...['requested', 'confirmed', 'done', 'absence'].map((kind) => `${id}.${kind}`),
])

/** Draws requests of routes as they should be: examples of them, or such as are made of what the document says. */
export function draftDrawer(document: Document): (random: Random) => Draft {
  const routes = routesOf(document)
  const draw = valueDrawer(document, ids)
  return (random) => drafted(random.pick(routes), draw, random)
}

function drafted(route: Route, draw: ReturnType<typeof valueDrawer>, random: Random): Draft {
  const known = random.pick(examples[route.name] ?? [undefined])
  const example = known?.ask(random.pick(known.at))
  const path = example?.path ?? route.path.replace('{id}', random.pick(ids))
  const [address = '', query = ''] = path.split('?')
  const schema = route.requestBody?.content['application/json']?.schema
  const body = random.chance(0.5) ? example?.body : undefined
  return {
    method: route.method.toUpperCase(),
    path: address.split('/').slice(1),
    query: query === '' ? [] : query.split('&').map((one) => pairOf(one)),
    headers: { ...example?.headers, ...(schema !== undefined && { 'Content-Type': 'application/json' }) },
    body: schema === undefined ? undefined : z.json().parse(body ?? draw(schema, random)),
    garble: (text) => text,
    faults: [],
  }
}

const pairOf = (text: string): readonly [string, string] => {
  const [name = '', value = ''] = text.split('=')
  return [name, value]
}

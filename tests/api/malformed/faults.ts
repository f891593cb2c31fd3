import type { Random } from '../../generate/random.ts'
import type { Draft } from './draft.ts'
import { hostileNames, hostileTexts, hostileValue } from './hostile.ts'
import { edited, objectsIn, valueAt, waysIn, widened } from './json.ts'

type Fault = (draft: Draft, random: Random) => Draft

const inBody =
  (change: (body: NonNullable<Draft['body']>, random: Random) => Draft['body']): Fault =>
  (draft, random) =>
    draft.body === undefined || draft.body === null ? draft : { ...draft, body: change(draft.body, random) }

const garbled =
  (garble: (text: string, random: Random) => ReturnType<Draft['garble']>): Fault =>
  (draft, random) => ({ ...draft, body: draft.body ?? {}, garble: (text) => garble(text, random) })

const header =
  (name: string, values: readonly string[]): Fault =>
  (draft, random) => ({ ...draft, headers: { ...draft.headers, [name]: random.pick(values) } })

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)))

const utf16 = (text: string): Uint8Array<ArrayBuffer> => bytes([0xff, 0xfe], [...Buffer.from(text, 'utf16le')])

/** A field that comes twice, which only a text can say. */
const twice = (text: string): string => text.replace(/^\{("[^"]*":)/, '{$1null,$1')

/** Texts in an address that servers take apart in different ways; percent signs stand as they are. */
const hostileSegments: readonly string[] = [
  '%00',
  '%2e%2e%2fetc',
  '..%5c..',
  '%F0%28%8C%28',
  '%E0%A4%A',
  '%',
  '<b>',
  '%22%3E%3Cscript%3E',
  "'--",
  '__proto__',
  'constructor',
  '*',
  '{id}',
  ':id',
  'ä',
  '%C3%A4',
  'x'.repeat(129),
  'x'.repeat(5000),
  '01J0000000000000000000000Z',
  ' ',
  ';a=b',
  '',
]

const hostileDates: readonly string[] = ['0001-01-01', '1899-12-31', '2199-12-31', '9999-12-31', '2026-02-30', '-1', '']

/** Each way in which a request can be wrong, by name. */
const faults: Readonly<Record<string, Fault>> = {
  'another value': inBody((body, random) => edited(body, random.pick(waysIn(body)), hostileValue(random))),
  'another text': inBody((body, random) => edited(body, random.pick(waysIn(body)), random.pick(hostileTexts))),
  'a value too few': inBody((body, random) => {
    const ways = waysIn(body).filter((way) => way.length > 0)
    return ways.length === 0 ? body : edited(body, random.pick(ways), undefined)
  }),
  'a field too many': inBody((body, random) => {
    const ways = objectsIn(body)
    const field = [random.pick(hostileNames), hostileValue(random)] as const
    return ways.length === 0 ? body : widened(body, random.pick(ways), field)
  }),
  'a value in a list': inBody((body, random) => {
    const way = random.pick(waysIn(body))
    return edited(body, way, [valueAt(body, way)])
  }),
  'another body': inBody((_, random) => hostileValue(random)),
  'a field twice': garbled(twice),
  'a text cut off': garbled((text, random) => text.slice(0, random.int(0, Math.max(0, text.length - 1)))),
  'a text with more after it': garbled((text, random) => text + random.pick(['x', ',', '}', '\u0000', '{}'])),
  'no JSON': garbled((_, random) =>
    random.pick(['', ' ', 'NaN', "{'a':1}", '{"a":01}', '[1,]', '{"a":1e999}', 'undefined', '<a/>', '"\\ud800"']),
  ),
  'broken UTF-8': garbled((text, random) =>
    bytes(text.slice(0, -1), random.pick([[0xff], [0xc3], [0xed, 0xa0, 0x80]])),
  ),
  'a byte order mark': garbled((text) => bytes([0xef, 0xbb, 0xbf], text)),
  'UTF-16': garbled(utf16),
  'a number beyond all': garbled((text) => text.replace(/:\d+/, ':123456789012345678901234567890')),
  'lists in lists': garbled((_, random) => '['.repeat(random.pick([1000, 400_000]))),
  'a megabyte': garbled((text, random) => (random.chance(0.2) ? text + ' '.repeat(1_000_001) : text)),
  'another kind': header('Content-Type', [
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/json5',
    'application/problem+json',
    'application/json; charset=utf-16',
    'application/json; charset="',
    'APPLICATION/JSON',
    'json',
    ',',
  ]),
  'no kind': (draft) => {
    const { 'Content-Type': _, ...headers } = draft.headers
    return { ...draft, headers }
  },
  'an odd key': header('Idempotency-Key', [
    '',
    ' ',
    'x'.repeat(200),
    'x'.repeat(201),
    '#',
    'a#b',
    'ü',
    '{}',
    '"',
    '../',
  ]),
  'an odd If-Match': header('If-Match', ['', '*', 'W/"x"', '"', 'x', '"a", "b"', '"x'.repeat(500), 'ü']),
  'an odd If-None-Match': header('If-None-Match', ['', 'W/', '"', 'x', ',,,', '"a"'.repeat(2000), 'ü']),
  'an odd request id': header('X-Request-Id', ['<b>', 'x'.repeat(256), 'ü', 'a b', '../', '0']),
  'odd wishes': header('Accept', ['', 'text/html', 'application/xml;q=1', '*/*;q=0', 'x'.repeat(3000)]),
  'an unknown question': (draft, random) => ({
    ...draft,
    query: [...draft.query, [random.pick(['a', '__proto__', 'from[]', 'id', '%00', '', 'cursor', 'limit']), 'x']],
  }),
  'a question twice': (draft) => ({ ...draft, query: [...draft.query, ...draft.query] }),
  'an odd date': (draft, random) => ({
    ...draft,
    query: [...draft.query.filter(([name]) => name !== 'to'), ['to', random.pick(hostileDates)]],
  }),
  'an odd answer to a question': (draft, random) => ({
    ...draft,
    query: draft.query.map(([name, value]) => [
      name,
      random.chance(0.5) ? value : random.pick([...hostileSegments, ...hostileDates]),
    ]),
  }),
  'an odd address': (draft, random) => {
    const at = random.int(1, draft.path.length)
    return { ...draft, path: draft.path.map((one, index) => (index === at ? random.pick(hostileSegments) : one)) }
  },
  'a longer address': (draft, random) => ({ ...draft, path: [...draft.path, random.pick(hostileSegments)] }),
  'another method': (draft, random) => ({
    ...draft,
    method: random.pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND', 'FOO']),
  }),
}

/** A draft with one to three things wrong with it. */
export function spoilt(draft: Draft, random: Random): Draft {
  let spoiled = draft
  for (let left = random.pick([1, 1, 2, 3]); left > 0; left -= 1) {
    const [name, fault] = random.pick(Object.entries(faults))
    spoiled = { ...fault(spoiled, random), faults: [...spoiled.faults, name] }
  }
  return spoiled
}

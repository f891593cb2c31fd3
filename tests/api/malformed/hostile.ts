import type { Random } from '../../generate/random.ts'
import type { Json } from './json.ts'

/** Names that mean something to programs, and to nobody else. */
export const hostileNames: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  'a/b~c',
  '~',
  '$ref',
  'pk',
  'ä ö ü',
  '\u0000',
  '\ud800',
  '👩‍💼',
  'x'.repeat(3000),
  '~'.repeat(999),
]

/** Texts that some program or other takes for more than a text. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '\ufeff',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://example.de")',
  '@SUM(1+1)*cmd',
  '-2+3',
  "' OR '1'='1",
  '../../../etc/passwd',
  '..%2f..%2fetc',
  '%24%7Bjndi:ldap://example.de%7D',
  '{{7*7}}',
  '%s%n',
  'R#asking',
  '2026-02-30',
  '2026-02-30/am',
  '2026-12-07/xx',
  '0000-01-01',
  '9999-12-31',
  '9999-12-31/pm',
  '-271821-04-20',
  '2026-12-07T25:00:00Z',
  'null',
  'true',
  '1e999',
  '__proto__',
  'constructor',
  'x'.repeat(129),
  'x'.repeat(100_000),
  '\u0001'.repeat(300),
]

const numbers: readonly number[] = [-1, 0, 1.5, -0, 2 ** 31, 2 ** 53, -(2 ** 53), 1e21, 1e308, 5e-324, 366, 367, 10_001]

/** A value that hardly anybody means. */
export function hostileValue(random: Random): Json {
  return random.pick<() => Json>([
    () => null,
    () => random.chance(0.5),
    () => random.pick(numbers),
    () => random.pick(hostileTexts),
    () => [],
    () => ({}),
    () => Object.fromEntries([[random.pick(hostileNames), random.pick(hostileTexts)]]),
    () => nested(random.pick([10, 100, 500])),
    () => Array.from({ length: random.pick([1, 401, 20_000]) }, () => random.pick(numbers)),
  ])()
}

/** A list in a list, so many times. */
function nested(levels: number): Json {
  let value: Json = 0
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

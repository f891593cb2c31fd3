import type { Alert } from '@vertretbar/domain/alert'
import { NoticeKind } from '@vertretbar/domain/message'
import { authority } from '@vertretbar/domain/test-region'
import { expect, it } from 'vitest'
import { languages } from './catalogue.ts'
import { examples, read, regionOf } from './test-mail.ts'

const { 'gap-new': fresh, 'gap-worse': worse, 'gap-due': due, 'gap-urgent': urgent, 'gap-filled': filled } = examples
const { cover, 'answer-wanted': answer, 'statement-wanted': statement } = examples
const payroll = "Personalabrechnung, Gemeinde C'D"

it.each<readonly [string, readonly Alert[], string]>([
  ['one gap', [fresh], `1 Lücke neu – ${payroll}`],
  [
    'two gaps of which one is urgent',
    [fresh, { ...fresh, gap: 'x', severity: 'urgent' }],
    `2 Lücken neu, 1 dringend – ${payroll}`,
  ],
  [
    'an urgent gap once, however it is told',
    [{ ...fresh, severity: 'urgent' }, due, urgent],
    `1 Lücke neu, 1 Lücke rückt näher, 1 dringend – ${payroll}`,
  ],
  ['a gap that is filled not as urgent', [{ ...filled, severity: 'urgent' }], `1 Lücke wieder besetzt – ${payroll}`],
  ['lost cover before all else', [fresh, cover], `1 Vertretung weggebrochen, 1 Lücke neu – ${payroll}`],
  [
    'recalled cover after broken',
    [{ ...cover, notice: 'recalled' }, cover, cover],
    `2 Vertretungen weggebrochen, 1 Vertretung zurückgerufen – ${payroll}`,
  ],
  [
    'other news of covers after gaps',
    [{ ...cover, notice: 'confirmed' }, fresh],
    `1 Lücke neu, 1 Vertretung bestätigt – ${payroll}`,
  ],
  [
    'four things at most',
    [fresh, worse, cover, answer, statement],
    `1 Vertretung weggebrochen, 1 Antwort erbeten, 1 Lücke neu, 1 Lücke größer und Weiteres – ${payroll}`,
  ],
  [
    'the authority alone where there are several areas',
    [fresh, { ...fresh, gap: 'x', area: 'audit' }],
    "2 Lücken neu – Gemeinde C'D",
  ],
  [
    'the area and the number of authorities',
    [fresh, { ...fresh, gap: 'x', authority: 'city' }],
    '2 Lücken neu – Personalabrechnung, 2 Behörden',
  ],
  [
    'the number alone where nothing is common',
    [fresh, { ...fresh, gap: 'x', authority: 'city', area: 'audit' }],
    '2 Lücken neu – 2 Behörden',
  ],
  ['no place where there is none', [examples['agreement-ends']], '1 Vereinbarung endet'],
])('a subject says %s', (_, alerts, text) => expect(read(alerts, 'de').subject).toBe(`Vertretbar: ${text}`))

it('says so in English', () =>
  expect(read([fresh, { ...fresh, gap: 'x', severity: 'urgent' }], 'en').subject).toBe(
    "Vertretbar: 2 new gaps, 1 urgent – Payroll, Gemeinde C'D",
  ))

it.each([
  ...Object.values(examples).map((alert) => [alert.kind, alert] as const),
  ...NoticeKind.options.map((notice) => [`news that it is ${notice}`, { ...cover, notice }] as const),
])('no subject is empty: %s', (_, alert) => {
  for (const language of languages) expect(read([alert], language).subject).toMatch(/^Vertretbar: 1 \S+/)
})

it('is cut where names are long, and stays one line', () => {
  const index = regionOf([], { authorities: [authority('city'), authority('parish', { name: 'G'.repeat(200) })] })
  const { subject } = read([fresh], 'de', { index })
  expect(subject).toHaveLength(150)
  expect(subject).toMatch(/^Vertretbar: 1 Lücke neu – Personalabrechnung, G+…$/)
})

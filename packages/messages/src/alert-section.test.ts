import { Alert } from '@vertretbar/domain/alert'
import { expect, it } from 'vitest'
import { alertSections, sectioned } from './alert-section.ts'
import { examples } from './test-mail.ts'

it('every kind of alert is in one section', () => {
  const kinds = Object.values(alertSections).flat<readonly (readonly string[])[]>()
  expect(kinds.toSorted()).toEqual(Object.keys(examples).toSorted())
  expect(Alert.unwrap().options).toHaveLength(kinds.length)
})

it('sections stand in the order of what is to be done, and empty ones are left out', () => {
  const { 'gap-urgent': urgent, cover, 'answer-wanted': answer, 'gap-filled': filled, 'gap-worse': worse } = examples
  expect(sectioned([urgent, filled, cover, worse, answer]).map(([section]) => section)).toEqual([
    'answer',
    'gaps',
    'cover',
    'filled',
    'urgent',
  ])
})

it('within a section the earliest comes first, whatever its kind, and what has no day left comes last', () => {
  const {
    'gap-new': fresh,
    'gap-worse': worse,
    cover,
    'agreement-ends': agreement,
    'software-changes': software,
  } = examples
  const earlier = { ...worse, halfDays: [{ halfDay: '2026-12-16/pm', shortage: 1 }] }
  expect(sectioned([fresh, earlier])).toEqual([['gaps', [earlier, fresh]]])
  const nothing = { ...cover, halfDays: [] }
  expect(sectioned([nothing, cover])).toEqual([['cover', [cover, nothing]]])
  const sooner = { ...software, on: '2026-12-30' }
  expect(sectioned([agreement, sooner])).toEqual([['ends', [sooner, agreement]]])
})

import { expect, it } from 'vitest'
import { moved } from './keyboard.ts'

const extent = { columns: 10, rows: [0, 2, 3, 5, 6], page: 2 }

it.each([
  ['ArrowRight', false, { row: 2, column: 4 }, { row: 2, column: 5 }],
  ['ArrowRight', false, { row: 2, column: 9 }, { row: 2, column: 9 }],
  ['ArrowLeft', false, { row: 2, column: 4 }, { row: 2, column: 3 }],
  ['ArrowLeft', false, { row: 2, column: 0 }, { row: 2, column: 0 }],
  ['ArrowDown', false, { row: 3, column: 4 }, { row: 5, column: 4 }],
  ['ArrowDown', false, { row: 6, column: 4 }, { row: 6, column: 4 }],
  ['ArrowUp', false, { row: 2, column: 4 }, { row: 0, column: 4 }],
  ['ArrowUp', false, { row: 0, column: 4 }, { row: 0, column: 4 }],
  ['PageDown', false, { row: 0, column: 4 }, { row: 3, column: 4 }],
  ['PageUp', false, { row: 2, column: 4 }, { row: 0, column: 4 }],
  ['Home', false, { row: 3, column: 4 }, { row: 3, column: 0 }],
  ['End', false, { row: 3, column: 4 }, { row: 3, column: 9 }],
  ['Home', true, { row: 3, column: 4 }, { row: 0, column: 0 }],
  ['End', true, { row: 3, column: 4 }, { row: 6, column: 9 }],
])('%s (with Ctrl: %s) leads from %o to %o', (key, ctrlKey, from, to) => {
  expect(moved({ key, ctrlKey }, from, extent)).toEqual(to)
})

it('leaves other keys alone', () => {
  expect(moved({ key: 'a', ctrlKey: false }, { row: 0, column: 0 }, extent)).toBeUndefined()
})

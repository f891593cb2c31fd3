import { cancelled, failed, throttled } from '../store/fates.ts'
import type { Fate } from '../store/proxy.ts'

/** What becomes of a call that is hit. */
export interface NamedFault {
  readonly name: string
  readonly fateOf: (operation: string) => Fate
}

/** Which calls are hit, by their place among all calls of a command. */
export interface NamedHit {
  readonly name: string
  readonly isHit: (place: number) => boolean
}

const isTransaction = (operation: string): boolean => operation === 'TransactWriteItems'

/** Every fault there may be between store and engine. */
export const faults: readonly NamedFault[] = [
  { name: 'no answer comes, for the engine never hears of it', fateOf: () => 'hang' },
  { name: 'no answer comes, though the engine does it', fateOf: () => 'carry-out-and-hang' },
  {
    name: 'others are in the way',
    fateOf: (operation) => (isTransaction(operation) ? cancelled('TransactionConflict') : 'pass'),
  },
  { name: 'the answer is lost', fateOf: () => 'lose-answer' },
  { name: 'the connection is reset', fateOf: () => 'reset' },
  { name: 'the engine has a fault of its own', fateOf: () => failed },
  {
    name: 'the engine has too much to do',
    fateOf: (operation) => (isTransaction(operation) ? cancelled('ThrottlingError') : throttled),
  },
]

const call = (number: number, does: string): NamedHit => ({
  name: `call ${number}, which ${does}`,
  isHit: (place) => place === number,
})

/** On a cold start a command reads head, four partitions and head, then writes, and the answer reads the head again. */
export const hits: readonly NamedHit[] = [
  { name: 'every call', isHit: () => true },
  call(8, 'reads for the answer'),
  call(7, 'writes'),
  { name: 'the first three calls', isHit: (place) => place <= 3 },
  call(1, 'reads the head'),
  call(5, 'reads the last partition'),
  call(6, 'reads the head again'),
  ...[2, 3, 4].map((number) => call(number, 'reads a partition')),
  call(9, 'goes beyond most commands'),
]

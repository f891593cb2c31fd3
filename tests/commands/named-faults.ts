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

/**
 * On a cold start a request reads who asks, then head, four partitions and head; its command reads the head again and
 * writes, and the answer reads the head once more. A command without an address begins with the first head.
 */
export const hits: readonly NamedHit[] = [
  { name: 'every call', isHit: () => true },
  call(10, 'reads for the answer'),
  call(9, 'writes'),
  { name: 'the first three calls', isHit: (place) => place <= 3 },
  call(1, 'reads who asks'),
  call(2, 'reads the head'),
  call(6, 'reads the last partition'),
  call(7, 'reads the head again, or writes what has no address'),
  call(8, 'reads the head for the command'),
  ...[3, 4, 5].map((number) => call(number, 'reads a partition')),
  call(11, 'goes beyond most commands'),
]

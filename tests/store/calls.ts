import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** The names of the calls that a client makes from now on, in their order. */
export function callsOf(client: DynamoDBClient): string[] {
  const names: string[] = []
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        names.push(commandName?.replace(/Command$/, '') ?? '')
        return next(args)
      },
    { step: 'initialize', name: 'calls' },
  )
  return names
}

/** What a client that dies throws. */
export class Died extends Error {}

/** The life of a process, as far as it calls others: what it does through `call` is counted, and ends with it. */
export interface Life {
  readonly call: <Answer>(make: () => Promise<Answer>) => Promise<Answer>
  readonly made: () => number
}

/**
 * A life that ends around one of its calls: before it is made, or after it was carried out and before anybody hears of
 * it. Nothing that is tried later is done.
 */
export function lifeUntil(last: number, when: 'before' | 'after'): Life {
  let made = 0
  return {
    call: async (make) => {
      made += 1
      if (made > last || (made === last && when === 'before')) throw new Died()
      const answer = await make()
      if (made >= last) throw new Died()
      return answer
    },
    made: () => made,
  }
}

/** Lets a client make its calls as part of a life. */
export const liveBy = (client: DynamoDBClient, life: Life): void =>
  client.middlewareStack.add((next) => (args) => life.call(() => next(args)), { step: 'initialize', name: 'life' })

/** Lets a client die around one of its calls, as a process does. */
export const dieAt = (client: DynamoDBClient, call: number, when: 'before' | 'after'): void =>
  liveBy(client, lifeUntil(call, when))

/** Holds a client before its first call after one of that name, or before that one itself, until it may go on. */
export function holdAt(client: DynamoDBClient, when: 'before' | 'after', command: string) {
  const reached = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  let isDue = false
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const isNamed = commandName === `${command}Command`
        if (isDue || (isNamed && when === 'before')) {
          reached.resolve()
          await released.promise
        }
        const answer = await next(args)
        isDue ||= isNamed
        return answer
      },
    { step: 'initialize', name: 'hold' },
  )
  return { reached: reached.promise, release: released.resolve }
}

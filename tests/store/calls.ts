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

/**
 * Lets a client die around one of its calls, as a process does: before the call is sent, or after it was carried out
 * and before anybody hears of it. Nothing it tries later is sent.
 */
export function dieAt(client: DynamoDBClient, call: number, when: 'before' | 'after'): void {
  let made = 0
  client.middlewareStack.add(
    (next) => async (args) => {
      made += 1
      if (made > call || (made === call && when === 'before')) throw new Died()
      const answer = await next(args)
      if (made >= call) throw new Died()
      return answer
    },
    { step: 'initialize', name: 'death' },
  )
}

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

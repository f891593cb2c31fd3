import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry'
import { StoreUnavailable } from '@vertretbar/usecases/store-unavailable'
import type { Database } from './table.ts'

/** A table at the place and with the identity that the environment names; whoever connects destroys the client. */
export function connect(table: string): Database {
  // Without limits, an address where nobody answers is waited for as long as the operating system likes. A call that
  // hangs is sent again while whoever sent a command still waits, and holds up the writes behind it no longer than that.
  const client = new DynamoDBClient({
    requestHandler: { connectionTimeout: 2000, requestTimeout: 2000, throwOnRequestTimeout: true },
  })
  // Outermost, so that it sees what is left once the SDK has tried again.
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args)
      } catch (error) {
        throw isSdkError(error) && isPassing(error) ? unavailable(error) : error
      }
    },
    { step: 'initialize', priority: 'high', name: 'unavailable' },
  )
  return { client, table }
}

const unavailable = (cause: Error): StoreUnavailable =>
  new StoreUnavailable(`the store does not answer: ${cause.name}`, { cause })

type SdkError = Parameters<typeof isTransientError>[0]

const isSdkError = (error: unknown): error is SdkError => error instanceof Error

/** Whether the same call may well be answered later. */
const isPassing = (error: SdkError): boolean =>
  isTransientError(error) || isThrottlingError(error) || isServerError(error)

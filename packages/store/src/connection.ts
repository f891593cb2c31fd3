import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Database } from './table.ts'

/** A table at the place and with the identity that the environment names; whoever connects destroys the client. */
export const connect = (table: string): Database => ({
  // Without limits, an address where nobody answers is waited for as long as the operating system likes.
  client: new DynamoDBClient({
    requestHandler: { connectionTimeout: 3000, requestTimeout: 5000, throwOnRequestTimeout: true },
  }),
  table,
})

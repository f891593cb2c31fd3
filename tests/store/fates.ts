import type { Fate } from './proxy.ts'

/** What DynamoDB says of a transaction in whose way something is, or whose condition does not hold. */
export const cancelled = (code: string): Fate => ({
  status: 400,
  answer: {
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    message: `Transaction cancelled [${code}, None]`,
    CancellationReasons: [{ Code: code }, { Code: 'None' }],
  },
})

/** What DynamoDB says where more is asked for than it is ready for. */
export const throttled: Fate = {
  status: 400,
  answer: {
    __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
    message: 'The level of configured provisioned throughput for the table was exceeded.',
  },
}

/** What DynamoDB says where it has a fault of its own. */
export const failed: Fate = {
  status: 500,
  answer: { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: 'Internal server error' },
}

import { Watch } from '@vertretbar/domain/watch'
import type { WatchStore } from '@vertretbar/usecases/alert-ports'
import { type Kind, packDense } from './kind.ts'
import { longItem, type Provided, putLong, readLong } from './long-item.ts'
import { type Database, watchKey } from './table.ts'

/** What is remembered of a region between two looks at it. */
export const kind: Kind<Watch> = { name: 'WATCH', body: Watch, upcasts: [] }

/** What is remembered of regions, in one DynamoDB table. */
export const watchStore = (database: Database): WatchStore => ({
  read: async (region) => (await readLong(database, kind, watchKey(region)))?.body,
  write: (watch) => {
    const revision = { N: String(watch.revision) }
    return putLong(database, longItem(packDense(kind, watchKey(watch.region), watch), { revision }), followsOn(watch))
  },
})

/** Only on the revision that it was decided on. */
const followsOn = ({ revision }: Watch): Provided =>
  revision === 1
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: 'revision = :before',
        ExpressionAttributeValues: { ':before': { N: String(revision - 1) } },
      }

import { dateOf, dayOf } from '@vertretbar/domain/half-day'
import { type NightStore, RegionNight } from '@vertretbar/usecases/alert-ports'
import { deleteAll, putAll } from './batch.ts'
import { type Kind, pack, unpack } from './kind.ts'
import { queryAll } from './query.ts'
import { type Database, keyItem, nightKey } from './table.ts'

/** A region in the run of a night. */
export const kind: Kind<RegionNight> = { name: 'NIGHT', body: RegionNight, upcasts: [] }

const keptDays = 366
const mostDeleted = 1000

/** The runs of the nights in one DynamoDB table. */
export const nightStore = (database: Database): NightStore => ({
  read: async (date) => {
    const { pk } = nightKey(date, '')
    return (await queryAll(database, { pk, prefix: `${date}#` })).map((item) => unpack(kind, item))
  },
  put: (night) => putAll(database, [pack(kind, nightKey(night.date, night.region), night)]),
  sweep: async (today) => {
    const { pk, sk } = nightKey(dateOf(dayOf(today) - keptDays), '')
    const old = await queryAll(database, { pk, only: 'keys', last: { most: mostDeleted, before: sk } })
    await deleteAll(
      database,
      old.map(({ sk: name }) => keyItem({ pk, sk: name?.S ?? '' })),
    )
  },
})

import {
  type AttributeValue,
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import type { Identity } from '@vertretbar/domain/member'
import { sha256 } from '@vertretbar/usecases/audit-chain'

/** The one table, and the client that reaches it; where that is, the environment says (`AWS_ENDPOINT_URL_DYNAMODB`). */
export interface Database {
  readonly client: DynamoDBClient
  readonly table: string
}

/** What DynamoDB stores at one key. */
export type Item = Record<string, AttributeValue>

/** Where an item lies. */
export interface Key {
  readonly pk: string
  readonly sk: string
}

/** Which regions are there? One item per region, its sort key the id. */
export const directory = 'REGIONS'

/** Which version of the region stands, and what belongs to no single authority: areas, products, agreements. */
export const regionKey = (region: string): string => `R#${region}`

/** What is known at one authority: its requirements, their refusals, its people with absences, what they are lent for. */
export const authorityKey = (region: string, authority: string): string => `R#${region}#A#${authority}`

/** How far has a plan come? A partition apart, so that no job is read along with its region. */
export const jobsKey = (region: string): string => `R#${region}#JOB`

/** Whose login is this? One partition for each, so that no list of people comes about. */
export const identityKey = ({ issuer, subject }: Identity): Key => ({
  pk: `I#${sha256(JSON.stringify([issuer, subject]))}`,
  sk: 'MEMBER',
})

/** Which calendar has this token, by its digest? One partition for each, so that no list of them comes about. */
export const feedTokenKey = (token: string): Key => ({ pk: `F#${token}`, sk: 'FEED' })

/** What was done under a key? */
export const keyedKey = (region: string, actor: string, key: string): Key => ({
  pk: `R#${region}#KEY`,
  sk: `${actor}#${key}`,
})

/** What is still to be sent? */
export const outboxKey = (region: string, id: string): Key => ({ pk: `R#${region}#OUTBOX`, sk: id })

/** What has been relayed, and waits for the next digest? */
export const newsKey = (region: string, id: string): Key => ({ pk: `R#${region}#NEWS`, sk: id })

/** What was said in a mail, and what became of it? */
export const mailKey = (region: string, id: string): Key => ({ pk: `R#${region}#MAIL`, sk: id })

/** Which mails have not ended? Apart, for those that have ended stay for a month and are many. */
export const dueKey = (region: string, id: string): Key => ({ pk: `R#${region}#DUE`, sk: id })

/** What is remembered of the gaps of a region? Apart, so that nobody who loads the region reads it. */
export const watchKey = (region: string): Key => ({ pk: `R#${region}#WATCH`, sk: 'WATCH' })

/** Who alone may do something in a region now? */
export const leaseKey = (region: string, of: string): Key => ({ pk: `R#${region}#LEASE`, sk: of })

/** How far have the regions come in a night? All nights in one partition, so that old ones are found by their dates. */
export const nightKey = (date: string, region: string): Key => ({ pk: 'NIGHTS', sk: `${date}#${region}` })

/** What was settled for the half-days of a calendar year? */
export const ledgerKey = (region: string, year: number): string => `R#${region}#LEDGER#${year}`

/** Who changed what in a month (of UTC)? */
export const auditKey = (region: string, month: string): string => `R#${region}#AUDIT#${month}`

/** What does the log call the items of a region? Beside all generations, so that the names stay when one takes over. */
export const auditSecretKey = (region: string): Key => ({ pk: regionKey(region), sk: 'AUDIT-SECRET' })

/** Who was erased of whom something may be left beside the region? */
export const remainsPrefix = 'REMAINS#'

/** Where that is noted: under whom their bookings name instead. */
export const remainsKey = (region: string, as: string): Key => ({
  pk: regionKey(region),
  sk: `${remainsPrefix}${as}`,
})

/** Which version stands? The one item that every change of a region writes. */
export const headKey = (region: string): Key => ({ pk: regionKey(region), sk: 'HEAD' })

/** Which generations of a region can nobody reach, so that their items are to be deleted? */
export const sweepPrefix = 'SWEEP#'

/** Where such a generation is told of. */
export const sweepKey = (region: string, generation: string): Key => ({
  pk: regionKey(region),
  sk: `${sweepPrefix}${generation}`,
})

/** What a partition holds of one generation; a new one lies beside the old until the head names it. */
export const generationPrefix = (generation: string): string => `G#${generation}#`

/** A key as the attributes of an item. */
export const keyItem = ({ pk, sk }: Key): Item => ({ pk: { S: pk }, sk: { S: sk } })

/** Creates the table if there is none and waits until it can be used; an existing one is left as it is. */
export async function ensureTable(client: DynamoDBClient, name: string): Promise<void> {
  const isNew = await createTable(client, name)
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 5 }, { TableName: name })
  if (!isNew) return
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    }),
  )
}

async function createTable(client: DynamoDBClient, name: string): Promise<boolean> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ResourceInUseException) return false
    throw error
  }
}

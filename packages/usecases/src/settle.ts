import type { Watch } from '@vertretbar/domain/watch'
import type { Ports } from './ports.ts'
import { StoreUnavailable } from './store-unavailable.ts'

export type SettlePorts = Pick<Ports, 'watches' | 'mails' | 'outbox'>

const mostTries = 20

/**
 * What is remembered of a region, once all is stored that was decided with it: its mails, and that the news they tell are
 * told. Whoever decided may have died since; mails that are known by their ids are not stored twice.
 */
export async function settledWatch(ports: SettlePorts, region: string): Promise<Watch | undefined> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const watch = await ports.watches.read(region)
    if (watch?.settling === undefined) return watch
    const settled = await settle(ports, watch)
    if (settled !== undefined) return settled
  }
  throw new StoreUnavailable(`what is remembered of region ${region} changed all the time`)
}

/** The revision without what was to be settled; undefined where another one took its place. */
async function settle({ watches, mails, outbox }: SettlePorts, watch: Watch): Promise<Watch | undefined> {
  const { settling, ...others } = watch
  if (settling === undefined) return watch
  await mails.add(watch.region, settling.mails)
  await outbox.forgetNews(watch.region, settling.news)
  const settled = { ...others, revision: watch.revision + 1 }
  return (await watches.write(settled)) ? settled : undefined
}

import { accept } from '@vertretbar/domain/result'
import type { StoredMail } from '@vertretbar/usecases/alert-ports'
import { retryGivenUp } from '@vertretbar/usecases/given-up-mails'
import type { Command, Report, Surroundings } from '../command.ts'
import { styled } from '../table.ts'
import { mailsTable, mailView } from './mail-view.ts'
import { type OpenRegion, onStoredRegion, viewOf } from './open-region.ts'

/** The mails that wait to be sent, and those that were given up. */
export const mailList: Command = (call, surroundings) =>
  onStoredRegion(call, surroundings, async (open) => {
    const { ports, snapshot } = open
    const all = await ports.mails.all(snapshot.region.region.id)
    const waiting = all.filter(({ state }) => state === 'waiting')
    const givenUp = all.filter(({ state }) => state === 'given-up')
    const heading = surroundings.texts.mailsHeading(waiting.length, givenUp.length)
    return accept(mailReport([...waiting, ...givenUp], heading, [open, surroundings]))
  })

/** Has the mails that were given up tried again, from the beginning; they are sent as soon as the application runs. */
export const mailRetry: Command = (call, surroundings) =>
  onStoredRegion(call, surroundings, async (open) => {
    const again = await retryGivenUp(open.ports, open.snapshot.region.region.id)
    return accept(mailReport(again, surroundings.texts.mailsRetried(again.length), [open, surroundings]))
  })

function mailReport(
  stored: readonly StoredMail[],
  heading: string,
  [{ snapshot, today }, surroundings]: readonly [OpenRegion, Surroundings],
): Report {
  const mails = stored.map((one) => mailView(one, snapshot.region.members ?? []))
  const title = styled(heading, 'bold', surroundings.page)
  const view = viewOf(snapshot, today, surroundings)
  return {
    data: { mails },
    text: async () => (mails.length === 0 ? title : `${title}\n${await mailsTable(mails, view)}`),
  }
}

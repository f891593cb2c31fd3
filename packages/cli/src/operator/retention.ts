import { accept } from '@vertretbar/domain/result'
import { dueFor, sweepRetention } from '@vertretbar/usecases/retention'
import type { Command } from '../command.ts'
import { styled } from '../table.ts'
import { onInstallation } from './open-region.ts'

/** What has been kept for as long as it may be; with `--apply` it is deleted, as each start and each day do. */
export const retention: Command = (call, surroundings) =>
  onInstallation(call, surroundings, async (ports, region) => {
    const { texts, page } = surroundings
    if (!call.apply) {
      const due = await dueFor(ports, region)
      const lines = [styled(texts.notStored, 'bold', page), texts.due(due), texts.applyToStore]
      return accept({ data: { isApplied: false, due }, text: () => Promise.resolve(lines.join('\n\n')) })
    }
    const { due, deletedExports } = await sweepRetention(ports, region)
    const heading = styled(texts.carriedOut('delete-expired', 0), 'bold', page)
    const lines = [heading, texts.due(due), ...texts.exportsDeleted(deletedExports)]
    return accept({ data: { isApplied: true, due, deletedExports }, text: () => Promise.resolve(lines.join('\n')) })
  })

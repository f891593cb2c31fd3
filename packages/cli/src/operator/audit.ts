import { accept, refuse } from '@vertretbar/domain/result'
import type { Catalogue } from '@vertretbar/messages/catalogue'
import { type AuditFinding, verifyAudit } from '@vertretbar/usecases/verify-audit'
import type { Command } from '../command.ts'
import { styled } from '../table.ts'
import { onInstallation } from './open-region.ts'

/** Whether the audit log is unchanged and complete; the region itself is not read, for it may be what was tampered with. */
export const auditVerify: Command = (call, surroundings) =>
  onInstallation(call, surroundings, async ({ audit }, region) => {
    const { texts, page } = surroundings
    const verified = await verifyAudit(audit, region)
    if (!verified.ok) return refuse([{ ...verified.refusal, on: region }])
    const { entries, digest, findings } = verified.value
    const isSound = findings.length === 0
    const heading = isSound ? texts.auditSound(entries) : texts.auditUnsound(entries, findings.length)
    const lines = findings.map((finding) => `  ${findingText(finding, texts)}`)
    return accept({
      data: verified.value,
      text: () => Promise.resolve([styled(heading, 'bold', page), ...lines, texts.auditDigest(digest)].join('\n')),
      ...(isSound ? {} : { isWrong: true }),
    })
  })

function findingText(finding: AuditFinding, { auditFindings }: Catalogue): string {
  switch (finding.code) {
    case 'swapped':
      return auditFindings.swapped(finding.number, finding.found)
    case 'content':
      return auditFindings.content(finding.number, finding.item)
    case 'missing':
    case 'changed':
    case 'forged':
      return auditFindings[finding.code](finding.number)
  }
}

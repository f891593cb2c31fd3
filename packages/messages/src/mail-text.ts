import type { Mail } from '@vertretbar/domain/alert'
import type { RegionIndex } from '@vertretbar/domain/region-index'
import { contentOf } from './mail-content.ts'
import { mailHtml } from './mail-html.ts'
import { mailPlain } from './mail-plain.ts'
import type { LinkBase } from './screen-link.ts'

/** A mail as somebody reads it; both parts say the same. */
export interface MailText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * The text of a mail in a language, with links to the application at `baseUrl`. Names are those of the region as it
 * stands; nobody is named, and nothing is told that whoever gets it may not know.
 */
export const mailText = (mail: Mail, index: RegionIndex, base: LinkBase): MailText => {
  const content = contentOf(mail, index, base)
  return { subject: content.subject, text: mailPlain(content), html: mailHtml(content) }
}

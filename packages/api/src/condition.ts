import { canonicalText } from '@vertretbar/domain/canonical-text'
import { sha256 } from '@vertretbar/usecases/audit-chain'

/**
 * Whether a caller has a tagged answer already, by its `If-None-Match`: any of a list, or `*` for whatever there is.
 *
 * The comparison is weak (RFC 9110 § 13.1.2), for proxies may have weakened the tag.
 */
export function hasAlready(ifNoneMatch: string | null | undefined, tag: string): boolean {
  const known = ifNoneMatch?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? []
  return known.includes(tag) || known.includes('*')
}

/** Tells a content from every other: equal contents have equal tags, whatever else of the region has changed. */
export const tagOfContent = (content: object): string => `"${sha256(canonicalText(content)).slice(0, 32)}"`

/**
 * Whether what a caller has seen still stands, by its `If-Match`. RFC 9110 § 13.1.1 wants tags that no proxy has weakened;
 * ours speak of the content, which no compression on the way changes.
 */
export const stillStands = (ifMatch: string, tag: string): boolean => hasAlready(ifMatch, tag)

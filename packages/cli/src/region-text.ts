import type { Region } from '@vertretbar/domain/region'

/** A region as a region file, written for people to read and compare. */
export const regionText = (region: Region): string => `${JSON.stringify(region, null, 2)}\n`

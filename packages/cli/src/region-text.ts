import { fileOf, type Region } from '@vertretbar/domain/region'

/** A region as a region file, written for people to read and compare; who has access is in none. */
export const regionText = (region: Region): string => `${JSON.stringify(fileOf(region), null, 2)}\n`

import type { LocalDate } from './half-day.ts'

/**
 * The ids of mails follow from what they tell and to whom, so that none is ever made twice. The ids of members and
 * messages are ULIDs, whose letters are capitals; those of slugs are small.
 */
export const digestId = (date: LocalDate, member: string): string => `digest.${date}.${member}`.toLowerCase()

/** The same for what a message has to tell at once. */
export const atOnceId = (message: string, member: string): string => `${message}.${member}`.toLowerCase()

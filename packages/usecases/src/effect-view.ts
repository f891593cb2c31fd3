import { bothSides } from '@vertretbar/domain/access-subject'
import { BrokenCover } from '@vertretbar/domain/broken-cover'
import type { Effect } from '@vertretbar/domain/effect'
import { Gap } from '@vertretbar/domain/gap'
import * as z from 'zod'
import { NeedView, toldGaps } from './need-view.ts'
import type { Viewer } from './viewer.ts'

/** What a change would do: to one's own gaps, to the needs of others, and to the cover that one may see. */
export const EffectView = z
  .strictObject({
    opened: z.array(Gap).readonly(),
    openedNeeds: z.array(NeedView).readonly(),
    closed: z.array(Gap).readonly(),
    closedNeeds: z.array(NeedView).readonly(),
    broken: z.array(BrokenCover).readonly(),
  })
  .readonly()
  .meta({ id: 'EffectView' })
export type EffectView = z.infer<typeof EffectView>

/** An effect as far as somebody may see what it touches. */
export function effectView({ snapshot: { index }, access }: Viewer, { opened, closed, broken }: Effect): EffectView {
  const more = toldGaps(index, access, opened)
  const fewer = toldGaps(index, access, closed)
  return {
    opened: more.whole,
    openedNeeds: more.needs,
    closed: fewer.whole,
    closedNeeds: fewer.needs,
    broken: broken.filter((one) => access.may('see-booking', bothSides(index, one))),
  }
}

import type { Effect } from '@vertretbar/domain/effect'
import type { Gap } from '@vertretbar/domain/gap'
import type { Surroundings } from '../command.ts'
import { gapTable } from '../gap-view.ts'
import { brokenTable } from '../import-view.ts'
import { styled } from '../table.ts'
import type { View } from '../view.ts'

/** What a change does to gaps and cover, part by part; or that it does nothing to them. */
export async function effectView(
  { opened, closed, broken }: Effect,
  { before, after }: { readonly before: View; readonly after: View },
  surroundings: Surroundings,
): Promise<string[]> {
  const { texts } = surroundings
  const parts = [
    ...(await gapPart(opened, texts.openedHeading(opened.length), after)),
    ...(await gapPart(closed, texts.closedHeading(closed.length), before)),
    ...(broken.length === 0 ? [] : [await brokenTable(broken, surroundings)]),
  ]
  return parts.length === 0 ? [texts.noEffect] : parts
}

const gapPart = async (gaps: readonly Gap[], heading: string, view: View): Promise<string[]> =>
  gaps.length === 0 ? [] : [`${styled(heading, 'bold', view.page)}\n${await gapTable(gaps, view)}`]

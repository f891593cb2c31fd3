import type { Explanation } from '@vertretbar/domain/explanation'
import { useSpeech } from '../../words/catalogue.ts'
import type { Gap } from '../gap-key.ts'
import { HelpList } from '../help-list.tsx'
import type { PlanEffect } from '../plan-effect.ts'
import { helpFor } from '../plan-help.ts'
import type { GapSource } from './gap-panel.tsx'

interface WhatHelpsProps {
  readonly gap: Gap
  readonly source: GapSource
}

/** What would help where the plan leaves a gap open; nothing where that was not looked for. */
export function WhatHelps({ effect, ...props }: WhatHelpsProps & { readonly effect: PlanEffect }) {
  const { words } = useSpeech()
  const { explanation, isExplaining } = effect
  if (explanation === undefined && !isExplaining) return null
  return (
    <>
      <h3>{words.whatHelps}</h3>
      {explanation === undefined ? (
        <p className="note">{words.reasonsSought}</p>
      ) : (
        <HelpHere explanation={explanation} {...props} />
      )}
    </>
  )
}

function HelpHere({ explanation, gap, source }: WhatHelpsProps & { readonly explanation: Explanation }) {
  const { words } = useSpeech()
  const { help, measures } = explanation
  const { shown, hasOther } = helpFor(gap, help, source)
  const none = hasOther ? words.noHelpToPropose : words.noHelpHere(measures.tried)
  return <HelpList help={shown} measures={measures} none={none} source={source} />
}

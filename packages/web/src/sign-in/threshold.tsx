import { useEffect } from 'react'
import { useSpeech } from '../words/catalogue.ts'
import { Invitation } from './invitation.tsx'
import { signIn } from './sign-in.ts'
import type { SignInState } from './state.ts'

/** What is shown as long as nobody is in: why, and how to get in. */
export function Threshold({ state }: { readonly state: Exclude<SignInState, { readonly kind: 'in' }> }) {
  const { words } = useSpeech()
  const heading = {
    coming: words.comingIn,
    failed: words.signInFailed,
    out: words.signedOut,
    stranger: words.noAccess,
  }[state.kind]
  useEffect(() => {
    document.title = `${heading} · ${words.product}`
  }, [heading, words])
  return (
    <div className="threshold" role={state.kind === 'failed' ? 'alert' : undefined}>
      <h1 className="answer" aria-busy={state.kind === 'coming'}>
        {heading}
      </h1>
      {state.kind === 'failed' && <SignInButton text={words.signInFailedAdvice} label={words.tryAgain} />}
      {state.kind === 'out' && <SignInButton text={words.signedOutAdvice} label={words.signIn} />}
      {state.kind === 'stranger' && <Invitation />}
    </div>
  )
}

function SignInButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { language } = useSpeech()
  return (
    <>
      <p>{text}</p>
      <button type="button" className="kern-btn kern-btn--primary" onClick={() => void signIn(language)}>
        <span className="kern-label">{label}</span>
      </button>
    </>
  )
}

import { type FormEvent, useId, useRef, useState } from 'react'
import { useSpeech } from '../words/catalogue.ts'
import { type Acceptance, acceptInvitation, signOut } from './sign-in.ts'

/** For whoever has signed in without access: the field for the code of an invitation, and the way out. */
export function Invitation() {
  const { words } = useSpeech()
  const [state, setState] = useState<'open' | 'asking' | Exclude<Acceptance, 'accepted'>>('open')
  const field = useRef<HTMLInputElement>(null)
  const [id, hint, fault] = [useId(), useId(), useId()]
  const wrong = state === 'open' || state === 'asking' ? undefined : words.invitationFaults[state]
  const accept = async (code: string): Promise<void> => {
    const became = await acceptInvitation(code)
    if (became === 'accepted') return
    setState(became)
    field.current?.focus()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (state === 'asking') return
    const code = codeIn(field.current?.value ?? '')
    setState('asking')
    void accept(code)
  }
  return (
    <>
      <p id={hint}>{words.noAccessAdvice}</p>
      <form onSubmit={submit}>
        <div className="kern-form-input">
          <label className="kern-label" htmlFor={id}>
            {words.invitation}
          </label>
          <input
            ref={field}
            id={id}
            className="kern-form-input__input"
            defaultValue={codeIn(window.location.pathname === '/einladung' ? window.location.hash : '')}
            required
            maxLength={500}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={wrong !== undefined}
            aria-describedby={wrong === undefined ? hint : `${fault} ${hint}`}
          />
          <p id={fault} role="alert" className="threshold-fault">
            {wrong}
          </p>
        </div>
        <button type="submit" className="kern-btn kern-btn--primary" aria-disabled={state === 'asking'}>
          <span className="kern-label">{state === 'asking' ? words.accepting : words.acceptInvitation}</span>
        </button>
      </form>
      <button type="button" className="kern-btn kern-btn--secondary" onClick={() => void signOut()}>
        <span className="kern-label">{words.signOut}</span>
      </button>
    </>
  )
}

/** People paste the code, or the whole link that ends with it. */
const codeIn = (text: string): string => text.slice(text.lastIndexOf('#') + 1).trim()

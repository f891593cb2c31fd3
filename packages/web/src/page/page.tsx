import { useEffect } from 'react'
import { type Address, queryOf } from '../address/address.ts'
import { type Go, useAddress } from '../address/use-address.ts'
import { BoardScreen } from '../board/board-screen.tsx'
import { BoardWithheld } from '../sign-in/board-withheld.tsx'
import { type SignInState, useMay, useSignInState } from '../sign-in/state.ts'
import { Threshold } from '../sign-in/threshold.tsx'
import { WhoIsThere } from '../sign-in/who-is-there.tsx'
import { SpeechContext, speeches, useSpeech } from '../words/catalogue.ts'
import { Mishap } from './mishap.tsx'

/** The whole page: its head with the choice of language, and the screen. */
export function Page() {
  const [address, go] = useAddress()
  const speech = speeches[address.language]
  const { words } = speech
  const state = useSignInState()
  useEffect(() => {
    document.documentElement.lang = address.language
  }, [address.language])
  return (
    <SpeechContext value={speech}>
      <a className="skip kern-link" href="#content">
        {words.skip}
      </a>
      <header className="page-head">
        <p className="brand">
          <span className="brand-sign" aria-hidden="true" />
          {words.product}
          <span className="brand-screen">{words.pageName}</span>
        </p>
        {state.kind === 'in' && <WhoIsThere me={state.me} />}
        <Languages address={address} go={go} />
      </header>
      <main id="content" tabIndex={-1} className="page-main">
        <Mishap>
          <Screen state={state} address={address} go={go} />
        </Mishap>
      </main>
    </SpeechContext>
  )
}

/** The screen for whoever is there. */
function Screen({ state, address, go }: { readonly state: SignInState; readonly address: Address; readonly go: Go }) {
  const maySeeNeeds = useMay('see-need')
  if (state.kind !== 'in') return <Threshold state={state} />
  // An empty board would say that nobody is missing anywhere.
  if (!maySeeNeeds) return <BoardWithheld />
  return <BoardScreen address={address} go={go} />
}

/** The choice of language; links, so that they can be opened beside, that change the page without loading it again. */
function Languages({ address, go }: { readonly address: Address; readonly go: Go }) {
  const { words } = useSpeech()
  return (
    <nav aria-label={words.language} className="languages">
      <ul>
        {(['de', 'en'] as const).map((language) => (
          <li key={language}>
            <a
              href={queryOf({ ...address, language })}
              lang={language}
              hrefLang={language}
              aria-current={language === address.language ? 'true' : undefined}
              onClick={(event) => {
                event.preventDefault()
                go({ language }, 'replace')
              }}
            >
              {language === 'de' ? 'Deutsch' : 'English'}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import { useEffect } from 'react'
import { queryOf } from '../address/address.ts'
import { useAddress } from '../address/use-address.ts'
import { BoardScreen } from '../board/board-screen.tsx'
import { SpeechContext, speeches } from '../words/catalogue.ts'
import { Mishap } from './mishap.tsx'

/** The whole page: its head with the choice of language, and the screen. */
export function Page() {
  const [address, go] = useAddress()
  const speech = speeches[address.language]
  const { words } = speech
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
      </header>
      <main id="content" tabIndex={-1} className="page-main">
        <Mishap>
          <BoardScreen address={address} go={go} />
        </Mishap>
      </main>
    </SpeechContext>
  )
}

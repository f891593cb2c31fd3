import { Component, type ReactNode } from 'react'
import { SpeechContext } from '../words/catalogue.ts'

interface State {
  readonly hasHappened: boolean
}

/** Says kindly that something went wrong where a part of the page could not be drawn. React asks for a class here. */
export class Mishap extends Component<{ readonly children: ReactNode }, State> {
  static override contextType = SpeechContext
  declare context: React.ContextType<typeof SpeechContext>
  override state: State = { hasHappened: false }

  static getDerivedStateFromError = (): State => ({ hasHappened: true })

  override render(): ReactNode {
    if (!this.state.hasHappened) return this.props.children
    const { words } = this.context
    return (
      <div role="alert" className="away">
        <h1 className="answer">{words.broken}</h1>
        <button type="button" className="kern-btn kern-btn--primary" onClick={() => window.location.reload()}>
          <span className="kern-label">{words.reload}</span>
        </button>
      </div>
    )
  }
}

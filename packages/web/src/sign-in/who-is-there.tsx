import type { Me } from '@vertretbar/api/contract'
import { rolesText } from '@vertretbar/messages/role-words'
import { useSpeech } from '../words/catalogue.ts'
import { signOut } from './sign-in.ts'

/** Who has signed in, as what, and the way out. */
export function WhoIsThere({ me }: { readonly me: Me }) {
  const { words, language } = useSpeech()
  const own = rolesText(me, language)
  const lent = rolesText({ ...me, roles: me.asDeputy }, language)
  return (
    <section className="who" aria-label={words.signedIn}>
      <p className="who-roles" title={me.address}>
        {lent === '' ? own : words.deputyToo(own, lent)}
      </p>
      <button type="button" className="who-out" onClick={() => void signOut()}>
        {words.signOut}
      </button>
    </section>
  )
}

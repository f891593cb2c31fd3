import type { signInGerman } from './sign-in-german.ts'

/** What the page says in English to whoever comes in or goes. */
export const signInEnglish: Readonly<typeof signInGerman> = {
  signedIn: 'Signed in',
  deputyToo: (own, lent) => `${own} – as deputy: ${lent}`,
  signOut: 'Sign out',
  signIn: 'Sign in',
  comingIn: 'Signing you in …',
  signInFailed: 'Signing in did not work.',
  signInFailedAdvice: 'Please check the connection, and try again.',
  signedOut: 'You are signed out.',
  signedOutAdvice: 'Nothing of yours can be seen on this device any more.',
  noAccess: 'You have signed in, but have no access here.',
  noAccessAdvice:
    'An invitation gives it to you: paste the code or the whole link that you were sent. If you had access before, it has ended; your HR manager or the coordinator can help you.',
  invitation: 'Code or link of the invitation',
  acceptInvitation: 'Accept the invitation',
  accepting: 'Checking the invitation …',
  invitationFaults: {
    unknown:
      'This invitation does not hold: the code is wrong, has expired or was used already. Please check it, or ask for a new invitation.',
    taken: 'This login belongs to another access here already. Please sign in with another one.',
    failed: 'The invitation could not be checked just now. Please try again in a moment.',
  },
  othersPlan: 'HR management, heads and the coordinator plan who can cover here.',
  boardWithheld: 'The cover plan is no part of your role.',
  boardWithheldAdvice:
    'Only those who need them for their work see data about people, gaps and cover. If you are one of them, please ask your HR manager or the coordinator.',
}

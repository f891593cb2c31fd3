/** What the page says in German to whoever comes in or goes. */
export const signInGerman = {
  signedIn: 'Angemeldet',
  deputyToo: (own: string, lent: string) => `${own} – in Vertretung: ${lent}`,
  signOut: 'Abmelden',
  signIn: 'Anmelden',
  comingIn: 'Sie werden angemeldet …',
  signInFailed: 'Die Anmeldung hat nicht geklappt.',
  signInFailedAdvice: 'Bitte prüfen Sie die Verbindung, und versuchen Sie es noch einmal.',
  signedOut: 'Sie sind abgemeldet.',
  signedOutAdvice: 'Auf diesem Gerät ist nichts mehr von Ihnen zu sehen.',
  noAccess: 'Sie sind angemeldet, haben hier aber keinen Zugang.',
  noAccessAdvice:
    'Mit einer Einladung bekommen Sie ihn: Fügen Sie den Code oder den ganzen Link ein, den Sie erhalten haben. Wenn Sie schon einmal Zugang hatten, ist er beendet; Ihre Personalverwaltung oder die Koordinierungsstelle hilft Ihnen weiter.',
  invitation: 'Code oder Link der Einladung',
  acceptInvitation: 'Einladung annehmen',
  accepting: 'Die Einladung wird geprüft …',
  invitationFaults: {
    unknown:
      'Diese Einladung gilt nicht: Der Code stimmt nicht, ist abgelaufen oder wurde schon verwendet. Bitte prüfen Sie ihn, oder bitten Sie um eine neue Einladung.',
    taken: 'Diese Anmeldung gehört hier schon zu einem anderen Zugang. Bitte melden Sie sich mit einer anderen an.',
    failed: 'Die Einladung ließ sich gerade nicht prüfen. Bitte versuchen Sie es gleich noch einmal.',
  },
  othersPlan: 'Wer hier vertreten kann, planen die Personalverwaltung, die Leitung und die Koordinierungsstelle.',
  boardWithheld: 'Der Vertretungsplan gehört nicht zu Ihrer Rolle.',
  boardWithheldAdvice:
    'Angaben über Personen, Lücken und Vertretungen sieht nur, wer sie für seine Aufgabe braucht. Wenn Sie dazugehören, wenden Sie sich bitte an Ihre Personalverwaltung oder die Koordinierungsstelle.',
}

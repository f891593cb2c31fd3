// Whoever gets here has asked to log out already; the button is for those without scripts. A button must be named: only
// then is its value sent.
const form = document.forms[0]
form.requestSubmit(document.querySelector('button'))

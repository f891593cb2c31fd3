import type { Language } from '@vertretbar/messages/catalogue'
import { loginWords } from '@vertretbar/messages/login-words'
import { providerPath } from './local-issuer.ts'

/** An account that is offered: by what it is known, and what it is for. */
export interface ShownAccount {
  readonly subject: string
  readonly label: string
}

interface LoginView {
  readonly accounts: readonly ShownAccount[]
  readonly language: Language
  /** What was typed and can be no name. */
  readonly wrong: string | undefined
}

/** The page on which people choose who they are. */
export function loginPage({ accounts, language, wrong }: LoginView): string {
  const words = loginWords[language]
  const isWrong = wrong !== undefined
  return document(
    language,
    words.login,
    `<h1>${words.login}</h1>
<p>${words.noPassword}</p>
${accounts.length === 0 ? '' : offered(accounts, words.demoAccounts)}
<form method="post">
<h2>${words.otherAccount}</h2>
<label for="account">${words.accountName}</label>
<p id="hint">${words.accountHint}</p>
<input id="account" name="account" required maxlength="64" autocomplete="username" autocapitalize="none"
 spellcheck="false" value="${escaped(wrong ?? '')}" aria-describedby="${isWrong ? 'error ' : ''}hint"${isWrong ? ' aria-invalid="true" autofocus' : ''}>
${isWrong ? `<p id="error" class="error">${words.accountWrong}</p>` : ''}
<button>${words.continue}</button>
</form>`,
  )
}

const offered = (accounts: readonly ShownAccount[], heading: string): string => `<form method="post">
<h2>${heading}</h2>
<ul>
${accounts.map(({ subject, label }) => `<li><button name="account" value="${escaped(subject)}">${escaped(label)}</button></li>`).join('\n')}
</ul>
</form>`

/** The page that ends a login; who was asked before is not asked again. */
export function logoutPage(
  form: string,
  { hasAsked, language }: { readonly hasAsked: boolean; readonly language: Language },
): string {
  const words = loginWords[language]
  const submit = hasAsked ? `<script src="${providerPath}/submit.js"></script>` : ''
  return document(
    language,
    words.logout,
    `<h1>${words.logout}</h1>
<p>${words.logoutQuestion}</p>
${form}
<button form="op.logoutForm" name="logout" value="yes">${words.logoutYes}</button>
${submit}`,
  )
}

/** The page for whatever the provider cannot go on with. */
export function faultPage(language: Language): string {
  const words = loginWords[language]
  return document(
    language,
    words.fault,
    `<h1>${words.fault}</h1>
<p>${words.faultAdvice}</p>
<p><a href="/">${words.again}</a></p>`,
  )
}

const document = (language: Language, title: string, main: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${providerPath}/login.css">
<title>${title} · Vertretbar</title>
</head>
<body>
<header class="brand">Vertretbar</header>
<main>
${main}
</main>
</body>
</html>
`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)

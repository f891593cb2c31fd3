import type { AlertEntry, Mark } from './alert-telling.ts'
import { html, type Markup } from './html-text.ts'
import { kernColours } from './kern-colours.ts'
import type { MailContent, MailSection } from './mail-content.ts'

/**
 * A mail as HTML that Outlook shows as well, which sets pages with Word: tables for layout, styles in each tag, nothing
 * from elsewhere, 600 pixels. What only others understand, such as dark colours, stands in the head.
 */
export const mailHtml = (content: MailContent): string => {
  const { language, subject, heading, stand, sections } = content
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${darkStyle}</style>
<!--[if mso]><style>* { font-family: Arial, sans-serif !important; }</style><![endif]-->
</head>
<body class="around" style="margin:0;padding:0;background-color:${light.tint}">
<div role="main">
<table role="presentation" class="around" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:${light.tint}">
<tr><td align="center" style="padding:16px 8px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background-color:${light.paper};border-top:4px solid ${light.action};text-align:left;${font}">
<tr><td style="padding:24px 24px 8px">
<h1 class="ink" style="margin:0;font-size:22px;line-height:28px;font-weight:bold;color:${light.ink}">${heading}</h1>
<p class="quiet" style="margin:8px 0 0;font-size:14px;line-height:20px;color:${light.quiet}">${stand}</p>
</td></tr>
${sections.map(sectionRows)}
${footerRow(content)}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</div>
</body>
</html>
`.markup
}

const { light, dark } = kernColours

/** KERN's type where it is installed. */
const font = "font-family:'Fira Sans','Segoe UI',Arial,sans-serif"

const darkStyle: Markup = html`@media (prefers-color-scheme: dark) {
.around { background-color: ${dark.tint} !important; }
.sheet { background-color: ${dark.paper} !important; border-color: ${dark.action} !important; }
.ink { color: ${dark.ink} !important; }
.quiet { color: ${dark.quiet} !important; }
.line { border-color: ${dark.line} !important; }
.link { color: ${dark.action} !important; }
.danger { color: ${dark.danger} !important; background-color: ${dark.dangerTint} !important; }
.warning { color: ${dark.warning} !important; background-color: ${dark.warningTint} !important; }
.plain { color: ${dark.plain} !important; background-color: ${dark.plainTint} !important; }
}`

const sectionRows = ({ heading, entries }: MailSection): Markup => html`<tr><td style="padding:24px 24px 8px">
<h2 class="ink" style="margin:0;font-size:18px;line-height:24px;font-weight:bold;color:${light.ink}">${heading}</h2>
</td></tr>
${entries.map(entryRow)}`

const entryRow = ({ title, marks, lines, url }: AlertEntry): Markup => html`<tr><td style="padding:0 24px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td class="line" style="padding:10px 0;border-top:1px solid ${light.line}">
<p style="margin:0;font-size:16px;line-height:24px"><a class="link" href="${url}" style="font-weight:bold;color:${light.action}">${title}</a>${marks.map(markText)}</p>
${lines.map(lineText)}
</td></tr>
</table>
</td></tr>
`

/** Word keeps no padding around a few words, but spaces. */
const markText = ({ text, tone }: Mark): Markup =>
  html` <span class="${tone}" style="font-size:14px;font-weight:bold;white-space:nowrap;${toneStyle[tone]}">&nbsp;${text}&nbsp;</span>`

const toneStyle: Readonly<Record<Mark['tone'], string>> = {
  danger: `color:${light.danger};background-color:${light.dangerTint}`,
  warning: `color:${light.warning};background-color:${light.warningTint}`,
  plain: `color:${light.plain};background-color:${light.plainTint}`,
}

const lineText = (line: string): Markup =>
  html`<p class="ink" style="margin:2px 0 0;font-size:16px;line-height:24px;color:${light.ink}">${line}</p>
`

const footerRow = ({ footer, product, url }: MailContent): Markup => html`<tr><td style="padding:24px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td class="line" style="padding:16px 0 0;border-top:1px solid ${light.line}">
${footer.map(
  (
    line,
  ) => html`<p class="quiet" style="margin:0 0 4px;font-size:14px;line-height:20px;color:${light.quiet}">${line}</p>
`,
)}
<p style="margin:12px 0 0;font-size:14px;line-height:20px"><a class="link" href="${url}" style="color:${light.action}">${product}</a></p>
</td></tr>
</table>
</td></tr>
`

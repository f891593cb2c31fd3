import { html, type Markup } from './html-text.ts'
import { kernColours } from './kern-colours.ts'

const { ink, quiet, paper, tint, line, strongLine, action, danger } = kernColours.light

/** The style of the printed cover plan: KERN's colours, and a shape of its own for all that they tell apart. */
export const coverPlanStyle: Markup = html`
:root { color-scheme: light; }
body { margin: 0; background: ${paper}; color: ${ink}; font: 16px/24px "Fira Sans", "Segoe UI", Arial, sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 16px 24px 48px; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 32px; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 26px; break-after: avoid; }
p { margin: 0 0 8px; }
ul { margin: 0; padding: 0 0 0 20px; }
li { margin: 0 0 8px; break-inside: avoid; }
a { color: ${action}; }
a:focus-visible, .wide:focus-visible { outline: 3px solid ${action}; outline-offset: 2px; }
.wide { position: relative; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 4px 6px; border: 1px solid ${strongLine}; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th, .area { background: ${tint}; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
td p { margin: 0; }
.week { min-width: 860px; table-layout: fixed; font-size: 14px; line-height: 18px; }
.week thead tr:first-child th:first-child { width: 19%; }
.week td { text-align: center; }
.week th[scope="row"] { font-weight: normal; }
.from { display: block; color: ${quiet}; }
.closed { background: repeating-linear-gradient(135deg, ${tint} 0 6px, ${line} 6px 7px); }
.there { font-weight: bold; }
.covers { border: 2px solid ${action}; font-weight: bold; }
.asked { border: 2px dashed ${action}; }
.gap { border: 3px double ${danger}; color: ${danger}; font-weight: bold; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
@page { size: A4 landscape; margin: 12mm; }
body { font-size: 11pt; line-height: 1.35; }
main { max-width: none; padding: 0; }
section { break-before: page; }
.wide { overflow: visible; }
.week { min-width: 0; font-size: 9pt; line-height: 1.25; }
a { color: inherit; text-decoration: none; }
}
`

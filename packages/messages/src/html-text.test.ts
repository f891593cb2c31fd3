import { expect, it } from 'vitest'
import { html } from './html-text.ts'

it.each([
  ['text', html`<p>${'a < b & "c" > \'d\''}</p>`, '<p>a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;</p>'],
  ['text in an attribute', html`<a href="${'"><script>'}">`, '<a href="&quot;&gt;&lt;script&gt;">'],
  ['markup once only', html`<p>${html`<b>${'&'}</b>`}</p>`, '<p><b>&amp;</b></p>'],
  ['a list one after the other', html`${['1', '<'].map((text) => html`<i>${text}</i>`)}`, '<i>1</i><i>&lt;</i>'],
  ['a number', html`<td colspan="${2}">`, '<td colspan="2">'],
])('a template takes %s', (_, { markup }, expected) => expect(markup).toBe(expected))

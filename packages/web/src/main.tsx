import { createRoot } from 'react-dom/client'
import { readAddress } from './address/address.ts'
import { Page } from './page/page.tsx'
import { begin } from './sign-in/sign-in.ts'

void begin(readAddress(window.location.search, navigator.languages).language)
const place = document.getElementById('page')
if (place === null) throw new Error('the document has no place for the page')
createRoot(place).render(<Page />)

import { basename } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** KERN carries its icons as data: addresses, which the policy `default-src 'self'` blocks: they become files. */
const iconsAsFiles: Plugin = {
  name: 'icons-as-files',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue
      file.source = String(file.source).replace(/url\("data:image\/svg\+xml,([^"]*)"\)/g, (_match, svg: string) => {
        const icon = this.emitFile({ type: 'asset', name: 'icon.svg', source: decodeURIComponent(svg) })
        return `url(./${basename(this.getFileName(icon))})`
      })
      if (file.source.includes('url("data:') || file.source.includes('url(data:'))
        this.error(`${file.fileName} still carries a data: address`)
    }
  },
}

export default defineConfig({
  plugins: [iconsAsFiles, react()],
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'baseline-widely-available' },
})

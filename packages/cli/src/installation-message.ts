import type { Catalogue } from '@vertretbar/messages/catalogue'
import type { InstallationFault } from './installation/fault.ts'

/** One sentence on why the installation cannot do what was asked, and what to do about it. */
export function installationMessage(fault: InstallationFault, texts: Catalogue): string {
  switch (fault.code) {
    case 'data-no-folder':
      return texts.dataNoFolder
    case 'data-unwritable':
      return texts.dataUnwritable
    case 'data-foreign':
      return texts.dataForeign(fault.entry)
    case 'data-in-use':
      return texts.dataInUse(fault.pid)
    case 'engine-missing':
      return texts.engineMissing(fault.platform)
    case 'engine-failed':
      return texts.engineFailed(fault.detail)
    case 'store-unreachable':
      return texts.storeUnreachable(fault.reason)
    case 'port-taken':
      return texts.portTaken
    case 'port-forbidden':
      return texts.portForbidden
    case 'no-region-stored':
      return texts.noRegionStored
    case 'region-changing':
      return texts.regionChanging
    case 'region-unknown':
      return texts.regionUnknown(fault.known.join(', '))
    case 'file-of-other-region':
      return texts.fileOfOtherRegion(fault.region)
    case 'several-regions':
      return texts.severalRegions(fault.known.join(', '))
    case 'setting-wrong':
      return texts.settingWrong
    case 'issuer-unusable':
      return texts.issuerUnusable(fault.reason)
    case 'page-not-built':
      return texts.pageNotBuilt(fault.detail)
    case 'output-unwritable':
      return texts.outputUnwritable
  }
}

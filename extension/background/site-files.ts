import { channelFile, channelFilePrefix } from '../channel/kept'
import { siteFiles } from '../sites'
import { patternTouches } from '../sites/match'
import type { SiteFile } from '../sites/site-file'
import { loadAll } from '../storage'
import { channelInForce } from './channel'
import { siteStop } from './stops'

/**
 * The site files in force for an origin: those shipped, each replaced by the one the update channel brought where that is newer. None for
 * a site that is switched off.
 */
export async function siteFilesAt(origin: string): Promise<SiteFile[]> {
  if (await siteStop(origin)) return []
  const brought = (await channelInForce()) ? await loadAll(channelFilePrefix, channelFile) : new Map()
  const ids = new Set([...Object.keys(siteFiles), ...brought.keys()])
  return [...ids]
    .map((id): SiteFile => newest(siteFiles[id], brought.get(id)?.value)!)
    .filter((file) => !file.disabled && file.match.some((pattern) => patternTouches(pattern, origin)))
}

const newest = (a: SiteFile | undefined, b: SiteFile | undefined) =>
  a && b ? (b.version >= a.version ? b : a) : (a ?? b)

import { patternMatches } from './match'
import type { SiteFile, SiteForm } from './site-file'

/** The forms of a site file that the page at an address may have; none where the file is switched off or speaks of other addresses. */
export function formsAt(file: SiteFile, address: string): readonly SiteForm[] {
  if (!speaksOf(file, address)) return []
  const { forms } = file
  return forms.every(({ pages }) => !pages)
    ? forms
    : forms.filter(({ pages }) => !pages || pages.some((pattern) => patternMatches(pattern, address)))
}

/** Whether a site file is in force at an address. */
export const speaksOf = ({ disabled, match }: SiteFile, address: string): boolean =>
  !disabled && match.some((pattern) => patternMatches(pattern, address))

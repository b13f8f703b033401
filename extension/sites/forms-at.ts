import { patternMatches } from './match'
import type { SiteFile, SiteForm } from './site-file'

/** The forms of a site file that the page at an address may have; none where the file is switched off or speaks of other addresses. */
export function formsAt({ disabled, match, forms }: SiteFile, address: string): readonly SiteForm[] {
  if (disabled || !match.some((pattern) => patternMatches(pattern, address))) return []
  return forms.every(({ pages }) => !pages)
    ? forms
    : forms.filter(({ pages }) => !pages || pages.some((pattern) => patternMatches(pattern, address)))
}

/**
 * The language of the environment, as a BCP 47 tag: LC_ALL, LC_MESSAGES, LANG ("de_CH.UTF-8"), in this order; without any the system's
 * own. "C" and "POSIX" are English.
 */
export function languageOf(env: { [name: string]: string | undefined }): string {
  const set = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']
  if (!set) return Intl.DateTimeFormat().resolvedOptions().locale
  const [tag = ''] = set.split(/[.@]/)
  return /^(C|POSIX)$/.test(tag) ? 'en' : tag.replaceAll('_', '-')
}

/** The language that a command line asks for itself: --lang de, --lang=de. */
export function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  return argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length)
}

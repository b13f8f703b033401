/**
 * Whose prices the tools at a host run on: the host and all below it. Only the vendors' own applications; a site that resells, or
 * that runs several vendors' models, is the user's to choose.
 */
const hosts: { [host: string]: string } = {
  'firefly.adobe.com': 'adobe',
  'bfl.ai': 'bfl',
  'd-id.com': 'd-id',
  'elevenlabs.io': 'elevenlabs',
  'fal.ai': 'fal',
  'aistudio.google.com': 'gemini',
  'labs.google': 'google-flow',
  'heygen.com': 'heygen',
  'higgsfield.ai': 'higgsfield',
  'ideogram.ai': 'ideogram',
  'krea.ai': 'krea',
  'leonardo.ai': 'leonardo',
  'lumalabs.ai': 'luma',
  'freepik.com': 'magnific',
  'magnific.com': 'magnific',
  'meshy.ai': 'meshy',
  'platform.openai.com': 'openai',
  'photoroom.com': 'photoroom',
  'recraft.ai': 'recraft',
  'remove.bg': 'remove-bg',
  'runwayml.com': 'runway',
  'stability.ai': 'stability',
  'suno.com': 'suno',
  'synthesia.io': 'synthesia',
  'tripo3d.ai': 'tripo-studio',
}

/** The provider whose application an origin is; undefined for every other site. */
export function providerAt(origin: string): string | undefined {
  const { hostname } = new URL(origin)
  const parts = hostname.split('.')
  const names = parts.map((_, i) => parts.slice(i).join('.'))
  const host = names.find((name) => Object.hasOwn(hosts, name))
  return host && hosts[host]
}

type Frame = { title: string; body: string; scripts: string[]; card: boolean; lang?: string }

/** The outer document of every page: no inline script or style, so that the strict policy holds. */
export const frame = ({ title, body, scripts, card }: Frame): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${card ? '<link rel="rate-card" href="/.well-known/rate-card.json">\n' : ''}<link rel="stylesheet" href="/assets/style.css">
<script src="/assets/first.js"></script>
${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('\n')}
</head>
<body>${body}</body>
</html>
`

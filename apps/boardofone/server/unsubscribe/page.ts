import { createHash } from 'node:crypto';
import type { RouteAnswer } from '@commons/api';

const style = `
:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; }
body { margin: 0; background: #fcfaf5; color: #282623; }
main { max-width: 34rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
a { color: #96451f; }
button { min-height: 2.75rem; padding: 0.5rem 1.25rem; border: 0; border-radius: 0.5rem; background: #96451f; color: #fff;
  font: inherit; font-weight: 600; cursor: pointer; }
:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  body { background: #1a1916; color: #eae8e3; }
  a { color: #f0a27c; }
  button { background: #f0a27c; color: #1a1916; }
}`;

const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** A page without scripts, so that it works wherever a mail is read; what it says is the same for everybody. */
function page(title: string, content: string): RouteAnswer {
  return {
    contentType: 'text/html; charset=utf-8',
    headers: { 'content-security-policy': policy },
    body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Board of One</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`,
  };
}

/** Asks; looking at it changes nothing. Its button posts to the address that it has. */
export const askPage: RouteAnswer = page(
  'No more mails from the board?',
  `<p>The board will write you no mail any more. What it has to tell you, you still read in the app.</p>
<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>Stop the mails</button></form>
<p><a href="/boardofone/notices">Notices and settings</a></p>`,
);

/** Says that it is done. */
export const donePage: RouteAnswer = page(
  'No more mails from the board',
  `<p>It is done, if this link was yours. What the board has to tell you stands in the app.</p>
<p><a href="/boardofone/notices">Switch mails on again</a></p>`,
);

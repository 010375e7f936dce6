const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
  body { max-width: 30rem; margin: 0 auto; padding: 2rem 1rem; color: #1a1a1a; background: #fff; font: 1.0625rem/1.5 system-ui, sans-serif }
  button, a { display: inline-block; min-height: 44px; padding: 0.625rem 1rem; font: inherit; line-height: 1.5 }
  button { border: 0; border-radius: 0.5rem; color: #fff; background: #3d3a8c }
  a { color: #3d3a8c }
</style>
<main><h1>${title}</h1><p><strong>A demonstration. No money moves.</strong></p>${body}</main>
</html>`;

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Where a real provider would ask for a card. */
export const checkoutPage = (cancelUrl: string): string =>
  page(
    'Pay for Pro',
    `<p>€19.00 a month.</p><form method="post"><button>Pay</button></form><p><a href="${attribute(cancelUrl)}">Back without paying</a></p>`,
  );

/** Where a real provider lets people change what they pay for. */
export const portalPage = (returnUrl: string, isEnding: boolean): string =>
  page(
    'What you pay for',
    `<form method="post"><button>${isEnding ? 'Go on after this month' : 'Cancel at the end of the month'}</button></form>
    <p><a href="${attribute(returnUrl)}">Back</a></p>`,
  );

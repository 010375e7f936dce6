import { parse } from 'bowser';

const longest = 500;

/** What a person calls the device behind a user agent: "Firefox on Windows". */
export function deviceName(userAgent: string | null): string {
  // The parser is made of regular expressions, and refuses an empty text.
  const given = (userAgent ?? '').slice(0, longest);
  if (given.trim() === '') return 'Unknown device';
  const { browser, os, platform } = parse(given);
  const device = platform.vendor === 'Apple' && platform.model ? platform.model : os.name;
  if (!browser.name) return device ?? 'Unknown device';
  return device ? `${browser.name} on ${device}` : browser.name;
}

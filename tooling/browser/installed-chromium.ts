import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { ChromiumBinary } from './bundled-chromium.ts';

const usualPlaces = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** A browser that the machine already has: the named one if a name is given, else Playwright's own or an installed one. */
export function installedChromium(...named: (string | undefined)[]): ChromiumBinary | undefined {
  const places = named.length > 0 ? named : [chromium.executablePath(), ...usualPlaces];
  const path = places.find((place) => place && existsSync(place));
  return path ? { path } : undefined;
}

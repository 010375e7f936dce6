import { type OpenPages, openPages } from '@commons/tooling/browser';
import { type ChidiOptions, type RunningChidi, startChidi } from '../testing/start-chidi.ts';

/** Chidi with its built pages, a model that does as the test says, and a browser. */
export type OpenChidi = RunningChidi & OpenPages;

export const openChidi = (options?: ChidiOptions): Promise<OpenChidi> =>
  openPages(startChidi(options), '/chidi');

import { type OpenPages, openPages } from '@commons/tooling/browser';
import { type GraceServer, startGrace } from '../testing/family.ts';

/** GRACE with its built pages, and a browser. */
export type OpenGrace = GraceServer & OpenPages;

export const openGrace = (options?: Parameters<typeof startGrace>[0]): Promise<OpenGrace> =>
  openPages(startGrace(options), '/grace');

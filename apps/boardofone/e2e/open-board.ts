import { type OpenPages, openPages } from '@commons/tooling/browser';
import { type BoardOptions, type RunningBoard, startBoard } from '../testing/start-board.ts';

/** The board with its built pages, and a browser. */
export type OpenBoard = RunningBoard & OpenPages;

export const openBoard = (options?: BoardOptions): Promise<OpenBoard> =>
  openPages(startBoard(options), '/boardofone');

import type { MemoBody } from './memo.ts';

/** A sentence of the memo, and how many contributions it rests on; with none it is unsupported, and says so. */
export interface SharedClaim {
  text: string;
  sources: number;
}

/** What somebody with a link sees of a session: the memo and what lost, and nothing else that its owner wrote or the panel said. */
export interface SharedMemo {
  /** The first line of the problem. */
  heading: string;
  completedAt: string;
  seats: number;
  /** Whether no language model spoke; links made before this was kept do not know. */
  isRehearsal?: boolean | undefined;
  /** What the votes came to, in words. */
  outcome: string;
  body: Record<keyof MemoBody, SharedClaim[]>;
  minority: { option: string; seats: number; quote: string; dealbreakers: string[] }[];
}

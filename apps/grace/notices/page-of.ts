import type { NoticeKind } from './schemas.ts';

const pages: Partial<Record<NoticeKind, string>> = { refill_due: 'stock', grant_ends: 'care' };

/** Where somebody does something about a notice, below GRACE: mostly on the person's Today, which also shows alerts. */
export const pageOf = (kind: NoticeKind, profileId: string): string => `/p/${profileId}/${pages[kind] ?? ''}`;

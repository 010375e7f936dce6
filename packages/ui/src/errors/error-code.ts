import type { AppErrorCode } from '@commons/api';

/** What the browser can meet: the server's codes, and not reaching the server at all. */
export type ErrorCode = AppErrorCode | 'OFFLINE';

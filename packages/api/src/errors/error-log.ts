import type { AppErrorCode } from './app-error.ts';
import { databaseFailure } from './database-error.ts';
import { toAppError } from './to-app-error.ts';

/** What the log may know of an error: its kind and place, never its text, which may carry people's data. */
export interface ErrorLog {
  code: AppErrorCode;
  /** Class names from the outermost error inward. */
  kinds: string[];
  sqlstate?: string;
  constraint?: string;
  table?: string;
  /** File and line of our own code in which the innermost error arose. */
  at?: string;
}

/** Describes an error for the log without its message, stack, query, parameters or input. */
export function errorLog(error: unknown): ErrorLog {
  const causes = causesOf(error);
  const failure = databaseFailure(error);
  const at = causes.map(ownFrame).findLast((frame) => frame !== undefined);
  return {
    code: toAppError(error).code,
    kinds: causes.map((cause) => cause.constructor.name),
    ...(failure && { sqlstate: failure.code }),
    ...(failure?.constraint !== undefined && { constraint: failure.constraint }),
    ...(failure?.table !== undefined && { table: failure.table }),
    ...(at !== undefined && { at }),
  };
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  let current = error;
  while (current instanceof Error && causes.length < 6) {
    causes.push(current);
    current = current.cause;
  }
  return causes;
}

function ownFrame({ stack = '', message }: Error): string | undefined {
  const start = stack.indexOf(message);
  // The stack begins by repeating the message, which could pose as a frame.
  const frames = start === -1 ? [] : stack.slice(start + message.length).split('\n');
  const own = frames.find((line) => /^\s+at /.test(line) && !/node_modules|node:/.test(line));
  return own?.match(/([\w.-]+\/[\w.-]+\/[\w.-]+:\d+:\d+)\)?$/)?.[1];
}

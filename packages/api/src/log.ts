import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/** The structured log of the server; entries carry facts by name, never bodies, headers or error texts. */
export type Log = Logger;

/** Where and how much to log. */
export interface LogOptions {
  level: string;
  /** Lines for people instead of JSON. */
  readable?: boolean;
  /** Standard output unless given. */
  destination?: DestinationStream;
}

const secretNames = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'secret',
  'email',
  'body',
  'headers',
];

/** Opens a log that removes whatever looks like a secret, should somebody pass one after all. */
export function openLog(options: LogOptions): Log {
  const destination = options.readable
    ? pretty({
        ignore: 'pid,hostname',
        sync: true,
        ...(options.destination && { destination: options.destination }),
      })
    : (options.destination ?? pino.destination(1));
  return pino(
    {
      level: options.level,
      base: null,
      redact: { paths: secretNames.flatMap(pathsOf), censor: '[redacted]' },
    },
    destination,
  );
}

function pathsOf(name: string): string[] {
  return [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`, `*.*.*["${name}"]`];
}

import { Writable } from 'node:stream';
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
  const destination = options.destination ?? standardOutput();
  const stream = options.readable
    ? pretty({
        ignore: 'pid,hostname',
        sync: true,
        destination: new Writable({
          write(line, _, done) {
            destination.write(String(line));
            done();
          },
        }),
      })
    : destination;
  return pino(
    {
      level: options.level,
      base: null,
      redact: { paths: secretNames.flatMap(pathsOf), censor: '[redacted]' },
    },
    stream,
  );
}

const unwrittenMax = 1_000_000;

/** Standard output, which may be a pipe that nobody reads any more or a file on a full disk: then lines are lost, and no more. */
function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true, maxLength: unwrittenMax });
  output.on('error', () => undefined);
  return output;
}

function pathsOf(name: string): string[] {
  return [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`, `*.*.*["${name}"]`];
}

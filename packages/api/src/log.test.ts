import { describe, expect, it } from 'vitest';
import { openLog } from './log.ts';

function capture() {
  const lines: string[] = [];
  const log = openLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } });
  return { log, text: () => lines.join('\n') };
}

describe('the log', () => {
  it('removes planted secrets wherever they stand in an entry', () => {
    const { log, text } = capture();
    log.info(
      {
        password: 'planted-1',
        user: { email: 'planted-2@example.org' },
        request: { headers: { cookie: 'planted-3', authorization: 'planted-4' } },
        deep: { er: { still: { token: 'planted-5' } } },
        body: { anything: 'planted-6' },
      },
      'entry',
    );

    expect(text()).toContain('[redacted]');
    expect(text()).not.toContain('planted');
  });

  it('keeps the facts that help', () => {
    const { log, text } = capture();
    log.info({ requestId: 'abc', durationMs: 12 }, 'request');

    expect(JSON.parse(text())).toMatchObject({ requestId: 'abc', durationMs: 12, msg: 'request' });
  });
});

import { describe, expect, it } from 'vitest';
import { openLog } from '../log.ts';
import { alarmOnNotice } from './alarm-on-notice.ts';

describe('the alarm on notices', () => {
  it('counts lost transactions and leaves every other notice alone', () => {
    const lines: { level: number; code: string; count: number }[] = [];
    const log = openLog({ level: 'info', destination: { write: (line) => lines.push(JSON.parse(line)) } });
    const { onNotice, count } = alarmOnNotice(log);
    for (const code of ['25001', '42P06', '25P01']) onNotice({ code });
    onNotice({});
    expect(count()).toBe(2);

    expect(lines.map(({ level, code, count }) => ({ level, code, count }))).toEqual([
      { level: 50, code: '25001', count: 1 },
      { level: 50, code: '25P01', count: 2 },
    ]);
  });
});

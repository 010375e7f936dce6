import { expect, it } from 'vitest';
import { renderCalendar } from './render-calendar.ts';

const facts = { timeZone: 'Europe/London', isDiscreet: false };
const dose = {
  versionId: 'v1',
  scheduleId: 's1',
  slot: '08:00',
  localDate: '2026-11-21',
  plannedTime: '08:00',
  localTime: '08:00',
  scheduledAt: Date.parse('2026-11-21T08:00:00Z'),
  amount: '1',
  unit: 'tablet',
  lateWindowMinutes: 60,
  isHeld: false,
} as const;

it('makes no line of its own of what people wrote', () => {
  const evil = 'Mag\r\nBEGIN:VEVENT\rX:1\nY:2';
  const medicationName = 'Tea\r\nEND:VEVENT\rATTACH:http://evil.example\nZ:3';
  const text = renderCalendar({ ...facts, personName: evil, doses: [{ ...dose, medicationName }] });
  const plain = renderCalendar({ ...facts, personName: 'Mag', doses: [{ ...dose, medicationName: 'Tea' }] });
  const namesOf = (calendar: string) => calendar.split(/\r\n|\r|\n/).map((line) => line.split(/[:;]/)[0]);

  expect(namesOf(text)).toEqual(namesOf(plain));
});

it('keeps a name with commas whole', () => {
  const text = renderCalendar({ ...facts, personName: 'Okafor, Margaret; \\', doses: [] });

  expect(text).toContain('X-WR-CALNAME:GRACE: Okafor\\, Margaret\\; \\\\\r\n');
});

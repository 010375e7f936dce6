import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { findCommands } from './find-commands.ts';
import { fold } from './fold.ts';

const command = (label: string, more: Partial<Command> = {}): Command => ({
  id: label,
  label,
  run: () => {},
  ...more,
});

const labels = (commands: Command[], query: string) =>
  findCommands(commands, query).flatMap(({ found }) => found.map((one) => one.command.label));

describe('findCommands', () => {
  it('keeps everything, in order and under its heading, when nothing is asked', () => {
    const commands = [
      command('One', { group: 'First' }),
      command('Two'),
      command('Three', { group: 'First' }),
    ];
    expect(findCommands(commands, ' ').map(({ label, found }) => [label, found.length])).toEqual([
      ['First', 2],
      ['Actions', 1],
    ]);
  });

  it('puts the closest first: the beginning, a word, the middle, a keyword', () => {
    const commands = [
      command('Colours', { keywords: 'dark' }),
      command('Embark'),
      command('Go dark'),
      command('Dark mode'),
    ];
    expect(labels(commands, 'dark')).toEqual(['Dark mode', 'Go dark', 'Colours']);
    expect(labels(commands, 'ark')).toEqual(['Embark', 'Go dark', 'Dark mode', 'Colours']);
  });

  it('wants every word, wherever it stands', () => {
    const commands = [command('Terms for cafés', { group: 'Conversations' }), command('Terms of trade')];
    expect(labels(commands, 'cafes terms')).toEqual(['Terms for cafés']);
    expect(labels(commands, 'conv terms')).toEqual(['Terms for cafés']);
    expect(labels(commands, 'terms nothing')).toEqual([]);
  });

  it('marks what fitted, without case and accents', () => {
    const [group] = findCommands([command('Prix du café')], 'CAFE prix');
    expect(group?.found[0]?.matches).toEqual([
      [0, 4],
      [8, 12],
    ]);
  });

  it('marks parts that are in order, apart and inside the label', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (label, query) => {
        for (const { found } of findCommands([command(label)], query)) {
          const edges = found.flatMap(({ matches }) => matches.flat());
          expect(edges).toEqual([...edges].sort((a, b) => a - b));
          expect(new Set(edges).size).toBe(edges.length);
          expect(edges.at(-1) ?? 0).toBeLessThanOrEqual(label.length);
        }
      }),
    );
  });

  it('finds every label by itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (label) => {
        expect(labels([command(label)], label)).toEqual([label]);
      }),
    );
  });
});

describe('fold', () => {
  it('never changes the length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
    expect(fold('İSTANBUL Ärger ﬁ 한글')).toBe('istanbul arger ﬁ 한글');
  });
});

import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../run/command.ts';
import { areas, isolationSuites } from './index.ts';
import { mutated } from './mutated.ts';

const mutants = areas.flatMap((area) => area.mutants);

describe('the list of mutants', () => {
  it.each(mutants)('$id finds its guard where it says, once, and changes it', (mutant) => {
    const text = readFileSync(`${repositoryRoot}/${mutant.file}`, 'utf8');

    expect(mutated(text, mutant)).not.toBe(text);
    expect(existsSync(`${repositoryRoot}/${mutant.test}`)).toBe(true);
  });

  it('names each mutant once', () => {
    const ids = mutants.map(({ id }) => id);

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has the isolation suite of every module', () => {
    const there = globSync('{apps,packages}/*/db/isolation.db.test.ts', { cwd: repositoryRoot });

    expect(isolationSuites.toSorted()).toEqual(there.toSorted());
  });

  it('refuses a mutant whose guard is gone or stands there twice', () => {
    const [mutant] = mutants;
    if (!mutant) throw new Error('There are no mutants.');

    expect(() => mutated('', mutant)).toThrow(/occurs 0 times.*up to date/);
    expect(() => mutated(mutant.find.repeat(2), mutant)).toThrow(/occurs 2 times/);
  });
});

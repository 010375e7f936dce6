import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { businessFunctions, temperaments } from './persona.ts';
import { claimsIn } from './testing/claims-in.ts';
import { likeness, sharedRuns } from './testing/likeness.ts';
import { stemOf } from './words.ts';

const distinct = (values: readonly string[]) => new Set(values).size;
const pairs = catalogue.flatMap((a, index) => catalogue.slice(index + 1).map((b) => [a, b] as const));
const textOf = ({ job, lossFunction, blindSpots, expertise, systemPrompt }: (typeof catalogue)[number]) =>
  [job, lossFunction, ...blindSpots, expertise, systemPrompt].join('\n');

describe('the catalogue', () => {
  it('has 45 personas, each with a code and a name of its own', () => {
    expect(catalogue).toHaveLength(45);
    expect(distinct(catalogue.map(({ code }) => code))).toBe(45);
    expect(distinct(catalogue.map(({ name }) => name))).toBe(45);
  });

  it('knows the growth hacker by the name that she has always had', () => {
    expect(catalogue.find(({ code }) => code === 'growth_hacker')?.name).toBe('Zara Morales');
  });

  it('is spread over functions, temperaments and methods', () => {
    expect(distinct(catalogue.map(({ businessFunction }) => businessFunction))).toBe(
      businessFunctions.length,
    );
    expect(distinct(catalogue.map(({ temperament }) => temperament))).toBe(temperaments.length);
    expect(businessFunctions.length).toBeGreaterThanOrEqual(12);
    expect(temperaments.length).toBeGreaterThanOrEqual(8);
    expect(distinct(catalogue.map(({ method }) => method))).toBeGreaterThanOrEqual(15);
  });

  it.each(['work', 'life'] as const)('has a choice of voices and sceptics for decisions of %s', (sphere) => {
    const fitting = catalogue.filter(({ suits }) => suits === sphere || suits === 'both');

    expect(fitting.length).toBeGreaterThanOrEqual(20);
    expect(fitting.filter(({ adversarial }) => adversarial).length).toBeGreaterThanOrEqual(5);
  });

  it('has at least eight who are there to oppose', () => {
    expect(catalogue.filter(({ adversarial }) => adversarial).length).toBeGreaterThanOrEqual(8);
  });

  it('says nothing twice: prompts share few words and no run of five', () => {
    const alike = pairs.filter(([a, b]) => likeness(a.systemPrompt, b.systemPrompt) > 0.2);
    const runs = pairs.flatMap(([a, b]) => sharedRuns(a.systemPrompt, b.systemPrompt));

    expect(alike.map(([a, b]) => `${a.code} and ${b.code}`)).toEqual([]);
    expect(runs).toEqual([]);
  });

  it('gives each a failure of their own to prevent, and blind spots of their own', () => {
    expect(distinct(catalogue.map(({ lossFunction }) => lossFunction))).toBe(45);
    const blindSpots = catalogue.flatMap((persona) => persona.blindSpots);
    expect(distinct(blindSpots)).toBe(blindSpots.length);
  });
});

describe.each(catalogue)('$code', (persona) => {
  it('fits where it is stored and shown', () => {
    const { code, version, name, job, method, lossFunction, blindSpots, expertise, systemPrompt } = persona;

    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(code.length).toBeLessThanOrEqual(50);
    expect(Number.isInteger(version) && version >= 1).toBe(true);
    expect(name.length).toBeLessThanOrEqual(60);
    expect(job.length).toBeLessThanOrEqual(120);
    expect(method.length).toBeLessThanOrEqual(40);
    expect(lossFunction.length).toBeLessThanOrEqual(160);
    expect([2, 3]).toContain(blindSpots.length);
    for (const blindSpot of blindSpots) expect(blindSpot.length).toBeLessThanOrEqual(100);
    expect(expertise.length).toBeLessThanOrEqual(500);
    expect(systemPrompt.length).toBeGreaterThanOrEqual(600);
    expect(systemPrompt.length).toBeLessThanOrEqual(1500);
  });

  it('speaks to the model as you, in paragraphs, and leaves the form of the answer to the engine', () => {
    expect(persona.systemPrompt).toMatch(/\b[Yy]ou\b/);
    expect(persona.systemPrompt.split('\n\n').length).toBeGreaterThanOrEqual(2);
    expect(persona.systemPrompt).not.toMatch(/\b(json|markdown|bullet|schema|xml|output|as an ai)\b/i);
  });

  it('claims no rank, has no gap left to fill, and is called by single words', () => {
    expect(claimsIn(textOf(persona))).toEqual([]);
    expect(textOf(persona)).not.toMatch(/todo|tbd|lorem|xxx|placeholder|\{\{|\[\.\.\.\]|<[a-z]/i);
    expect(persona.keywords.length).toBeGreaterThanOrEqual(10);
    expect(distinct(persona.keywords)).toBe(persona.keywords.length);
    for (const keyword of persona.keywords) expect(keyword).toMatch(/^[a-z]{2,}$/);
    expect(persona.keywords.map(stemOf)).not.toContain('');
  });
});

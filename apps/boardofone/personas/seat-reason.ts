import type { Persona } from './persona.ts';

interface Seated {
  persona: Persona;
  words: readonly string[];
  problem: string;
  weight: number;
}

const excerptLengthMax = 70;
const wordsShown = 3;

/** Why somebody is proposed, in words that the person who asked can check against their own. */
export function seatReason({ persona, words, problem, weight }: Seated): string {
  const { name, job, method, adversarial } = persona;
  const does = `${name} ${job.charAt(0).toLowerCase()}${job.slice(1)}.`;
  const about = `“${excerpt(problem)}”`;
  const parts = [
    words.length > 0 ? `You wrote ${inWords(words.slice(0, wordsShown))}: ${does}` : `On ${about}: ${does}`,
    ...(words.length > 0 ? [] : [`Another way of looking at it: ${method}.`]),
    ...(adversarial ? ['This seat is there to oppose.'] : []),
    ...(weight > 1 ? ['It counts one and a half times, as the question lies closest to it.'] : []),
  ];
  return parts.join(' ');
}

function inWords(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`);
  const last = quoted.pop();
  return quoted.length > 0 ? `${quoted.join(', ')} and ${last}` : `${last}`;
}

function excerpt(problem: string): string {
  const line = problem.replace(/\s+/g, ' ').trim();
  if (line.length <= excerptLengthMax) return line || 'your question';
  return `${line.slice(0, excerptLengthMax).replace(/\s*\S*$/, '')} …`;
}

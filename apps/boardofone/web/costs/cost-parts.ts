import type { Costs } from '../client.ts';
import { phaseLabels } from '../room/phase-steps.ts';

/** What something has cost, under the name that people know it by. */
export interface CostPart {
  key: string;
  name: string;
  cost: string;
  calls: number;
}

/** The costs by phase, by model and by persona, each with what its parts are called. */
export function costParts({ byPhase, byModel, byPersona }: Costs) {
  return [
    {
      title: 'By phase',
      column: 'Phase',
      parts: byPhase.map(({ phase, ...sum }) => ({ key: phase, name: phaseName(phase), ...sum })),
    },
    {
      title: 'By model',
      column: 'Model',
      parts: byModel.map(({ model, ...sum }) => ({ key: model ?? '', name: model ?? noModel, ...sum })),
    },
    {
      title: 'By persona',
      column: 'Persona',
      parts: byPersona.map(({ code, name, ...sum }) => ({
        key: code ?? '',
        name: name ?? (code === null ? theBoard : goneVoice),
        ...sum,
      })),
    },
  ];
}

const noModel = 'No answer came';
const theBoard = 'The board itself';
// Seats keep their names; only what a voice was tried on outlasts its words.
const goneVoice = 'A voice that you deleted';

function phaseName(phase: string): string {
  if (phase in phaseLabels) return phaseLabels[phase as keyof typeof phaseLabels];
  const words = phase.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

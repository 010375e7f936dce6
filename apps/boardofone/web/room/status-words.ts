import type { SessionView } from '../../deliberation/view.ts';

/** What a session is doing, in words: a headline and a sentence. */
export interface StatusWords {
  title: string;
  text: string;
}

/** How a session stands at this moment. */
export function statusWords(view: SessionView): StatusWords {
  const { status, pause, endReason } = view;
  if (status === 'killed') return { title: 'You ended it', text: endReason ?? '' };
  if (status === 'failed') return { title: 'It failed', text: endReason ?? '' };
  if (status === 'paused') return { title: 'Paused', text: pause?.words ?? '' };
  if (status === 'completed') return { title: 'Done', text: whyRoundsEnded(view) };
  return view.waitsFor ? waitingWords[view.waitsFor] : phaseWords(view);
}

const waitingWords: Record<NonNullable<SessionView['waitsFor']>, StatusWords> = {
  approval: {
    title: 'It waits for you',
    text: 'The board has proposed questions and options. Nothing more is spent until you approve them.',
  },
  panel: {
    title: 'It waits for you',
    text: 'A panel is proposed. Nothing more is spent until you start it.',
  },
  answers: {
    title: 'It waits for your answers',
    text: 'Somebody on the panel asks you something before the next round.',
  },
};

function phaseWords(view: SessionView): StatusWords {
  switch (view.phase) {
    case 'problem_decomposition':
      return { title: 'Taking the problem apart', text: 'The board looks for its questions and options.' };
    case 'panel_selection':
      return { title: 'Forming a panel', text: '' };
    case 'initial_round':
      return { title: 'Blind round', text: 'Everybody takes a position without hearing anybody else.' };
    case 'deliberation':
      return {
        title: `Round ${view.round} of at most ${view.maxRounds + 1}`,
        text: 'Everybody has read the others, without their names, and takes a position again.',
      };
    case 'voting':
      return { title: 'Voting, blind', text: `${whyRoundsEnded(view)} Nobody sees anybody’s vote yet.` };
    case 'synthesis':
      return { title: 'Writing the memo', text: 'The chair sums up. It did not speak and did not vote.' };
    case 'complete':
      return { title: 'Done', text: '' };
  }
}

/** Why there was no further round, in words. */
const whyRoundsEnded = ({ rounds }: SessionView): string =>
  rounds.find(({ stop }) => stop !== null)?.words ?? '';

import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { SessionView } from '../../deliberation/view.ts';
import { phaseSteps, type StepState } from './phase-steps.ts';
import classes from './steps.module.css';

const spoken: Record<StepState, string> = {
  done: 'done',
  now: 'now',
  'to come': 'still to come',
  skipped: 'was not needed',
};

/** The stages of a session, and which of them it is at. */
export function Steps({ view }: { view: SessionView }) {
  return (
    <ol className={classes.steps} aria-label="Stages">
      {phaseSteps(view).map(({ phase, label, state }, index) => (
        <li key={phase} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={classes.mark} aria-hidden="true">
            {state === 'done' && <IconCheck size={14} stroke={2.6} />}
            {state === 'skipped' && <IconMinus size={14} stroke={2.6} />}
            {(state === 'now' || state === 'to come') && index + 1}
          </span>
          <span>{label}</span>
          <span className="ui-hidden">, {spoken[state]}</span>
        </li>
      ))}
    </ol>
  );
}

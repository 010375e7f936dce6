import { type ErrorAction, textForAnswer } from '../errors/error-text.ts';
import type { MessageAction, TranscriptHandlers, TranscriptMessage } from './transcript-message.ts';

type Step = 'continue' | 'retry' | 'edit' | 'start-over';

/** The steps that help after each kind of failure, the best one first. */
const stepsAfter: Record<ErrorAction, Step[]> = {
  continue: ['continue', 'retry'],
  retry: ['retry'],
  wait: ['retry'],
  edit: ['edit', 'retry'],
  'start-over': ['start-over'],
  reload: ['retry'],
  'sign-in': ['retry'],
  back: [],
};

/** What can be done about an answer that did not end well: only what the surface has a handler for. */
export function nextSteps(message: TranscriptMessage, handlers: TranscriptHandlers): MessageAction[] {
  const actions = stepsFor(message).flatMap((step) => actionFor(step, message, handlers) ?? []);
  return actions.map((action, index) => ({ ...action, primary: index === 0 }));
}

function stepsFor({ status, error, content }: TranscriptMessage): Step[] {
  const somethingToContinue = content.trim() !== '';
  if (status === 'stopped' || status === 'interrupted')
    return somethingToContinue ? ['continue', 'retry'] : ['retry'];
  if (status !== 'error') return [];
  const steps = stepsAfter[textForAnswer(error?.code ?? 'INTERNAL', content).action];
  return somethingToContinue ? steps : steps.filter((step) => step !== 'continue');
}

function actionFor(
  step: Step,
  message: TranscriptMessage,
  handlers: TranscriptHandlers,
): MessageAction | undefined {
  const { onContinue, onRetry, onEdit, onStartOver } = handlers;
  if (step === 'continue') return onContinue && { label: 'Continue', run: () => onContinue(message) };
  if (step === 'retry') return onRetry && { label: 'Try again', run: () => onRetry(message) };
  if (step === 'edit') return onEdit && { label: 'Edit the question', run: () => onEdit(message) };
  return onStartOver && { label: 'New conversation', run: onStartOver };
}

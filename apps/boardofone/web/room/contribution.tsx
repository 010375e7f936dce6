import type { SessionView } from '../../deliberation/view.ts';
import type { Contribution as Said } from '../client.ts';
import classes from './contribution.module.css';
import { optionKey, optionLabel } from './option-key.ts';
import { withNames } from './with-names.ts';
import { confidenceLabels, silenceLabel } from './words.ts';

/** What a seat said in one round: its position, its argument, and what kind of statements it rests on. */
export function Contribution({ said, view }: { said: Said; view: SessionView }) {
  const { options } = view;
  const named = (text: string) => withNames(text, said, view);
  const { isAbstention, abstainReason, optionId, confidence, content, statements, dealbreaker, question } =
    said;
  if (isAbstention) return <p className={classes.none}>Abstained: {silenceLabel(abstainReason ?? '')}.</p>;
  return (
    <div className={classes.said}>
      <p className={classes.position}>
        <strong>
          {optionKey(options, optionId)} {optionLabel(options, optionId)}
        </strong>
        {confidence && `, ${confidenceLabels[confidence]}`}
        {said.roundNumber > 1 && (said.isNovel ? ', with a new argument' : ', without a new argument')}
      </p>
      <p dir="auto">{named(content)}</p>
      {statements.length > 0 && (
        <ul className={classes.statements} aria-label="Statements">
          {statements.map((statement) => (
            <li key={`${statement.label} ${statement.text}`}>
              <span className={classes.label} data-label={statement.label}>
                {statement.label}
              </span>
              <span dir="auto">
                {named(statement.text)}
                {'wasFact' in statement && statement.wasFact === true && (
                  <small>Given as a fact, but it is in nothing that you wrote.</small>
                )}
                {statement.source && <small>You wrote: “{statement.source}”</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {dealbreaker && (
        <p dir="auto">
          <strong>What would change its mind:</strong> {named(dealbreaker)}
        </p>
      )}
      {question && (
        <p dir="auto">
          <strong>Asks you:</strong> {named(question)}
        </p>
      )}
    </div>
  );
}

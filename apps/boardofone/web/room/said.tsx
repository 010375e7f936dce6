import type { ReactNode } from 'react';
import type { SessionView } from '../../deliberation/view.ts';
import classes from './ask-owner.module.css';

interface SaidProps {
  view: SessionView;
  head?: ReactNode;
  /** The way to answer the question of a contribution; without it none can be answered. */
  answer?: (contributionId: string) => ReactNode;
  children?: ReactNode;
}

/** What the panel asked, and what the owner told it. */
export function Said({ view, head, answer, children }: SaidProps) {
  const { questions, ownerFacts, seats } = view;
  if (!children && questions.length === 0 && ownerFacts.length === 0) return null;
  return (
    <section className={classes.ask} aria-labelledby="you-and-the-panel">
      <h2 id="you-and-the-panel">You and the panel</h2>
      {head}
      {questions.map(({ seatId, contributionId, text }) => {
        const answers = ownerFacts.filter(({ answersId }) => answersId === contributionId);
        const unanswered = answer?.(contributionId) ?? <p className={classes.note}>Not answered.</p>;
        return (
          <article key={contributionId} className={classes.question}>
            <p>
              <strong>{seats.find(({ id }) => id === seatId)?.name} asks:</strong>{' '}
              <span dir="auto">{text}</span>
            </p>
            {answers.map(({ factId, text: words }) => (
              <p key={factId} className={classes.said} dir="auto">
                You answered: {words}
              </p>
            ))}
            {answers.length === 0 && unanswered}
          </article>
        );
      })}
      {ownerFacts
        .filter(({ answersId }) => answersId === null)
        .map(({ factId, text }) => (
          <p key={factId} className={classes.said} dir="auto">
            You told the panel: {text}
          </p>
        ))}
      {children}
    </section>
  );
}

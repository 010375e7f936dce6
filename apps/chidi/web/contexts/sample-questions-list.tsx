import { IconArrowUpRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import { sampleQuestions } from './sample-questions.ts';
import classes from './sample-questions-list.module.css';

interface SampleQuestionsProps {
  businessId: string;
  /** Something is being written already: it must not be replaced. */
  disabled: boolean;
  onChoose: (question: string) => void;
}

/** Questions to begin with; choosing one puts it into the message field. */
export function SampleQuestions({ businessId, disabled, onChoose }: SampleQuestionsProps) {
  const trpc = useTRPC();
  const { data: business } = useQuery(trpc.contexts.byId.queryOptions({ id: businessId }));
  return (
    <ul className={classes.list} aria-label="Questions to begin with" data-waiting={!business || undefined}>
      {business &&
        sampleQuestions(business).map((question) => (
          <li key={question}>
            <button
              type="button"
              className={classes.question}
              disabled={disabled}
              onClick={() => onChoose(question)}
            >
              <span dir="auto">{question}</span>
              <IconArrowUpRight size={18} stroke={1.6} aria-hidden="true" />
            </button>
          </li>
        ))}
    </ul>
  );
}

import { newMessageId, notifyError } from '@commons/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { somethingElse } from '../../companion/suggest.ts';
import classes from './talk.module.css';

interface ChoiceButtonsProps {
  choices: readonly string[];
  profileId: string;
  disabled: boolean;
  onChoose: (choice: string, id: string) => Promise<void>;
}

/** Two answers to choose from, large enough for a hand that shakes. */
export function ChoiceButtons({ choices, profileId, disabled, onChoose }: ChoiceButtonsProps) {
  const [, navigate] = useLocation();
  const [attemptId] = useState(newMessageId);
  if (choices.length === 0) return null;
  return (
    <fieldset className={classes.choices} aria-label="Choose an answer">
      {choices.map((choice) => (
        <Button
          key={choice}
          variant="light"
          className={classes.choice}
          disabled={disabled}
          onClick={() => {
            if (choice === somethingElse) return navigate(`/p/${profileId}/talk`);
            onChoose(choice, attemptId).catch(notifyError);
          }}
        >
          {choice}
        </Button>
      ))}
    </fieldset>
  );
}

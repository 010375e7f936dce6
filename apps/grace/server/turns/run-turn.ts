import { recordUsage, releaseCall } from '@commons/ai';
import { AppError, type SignedInContext } from '@commons/api';
import type { AnswerHost, RunningAnswer } from '@commons/api/answers';
import { Speech } from '../../companion/speak.ts';
import { changes } from '../changes.ts';
import { answers } from './answers.ts';
import { buildRequest } from './build-request.ts';
import { readTurn } from './read-material.ts';
import { spoken } from './spoken.ts';

type TurnHost = AnswerHost & Pick<SignedInContext, 'now'>;

/** Lets the companion speak in the background, whether or not anybody is watching. */
export function startTurn(host: TurnHost, answerId: string): void {
  answers.start(
    host,
    answerId,
    (answer) => speak(host, answer),
    (hasEnded) => {
      if (!hasEnded) return;
      answers.announceEnd(host, answerId);
      changes.announce(host, {});
    },
  );
}

async function speak(host: TurnHost, answer: RunningAnswer): Promise<boolean> {
  const turn = await host.asUser((tx) => readTurn(tx, answer.id, host.now()));
  if (!turn) throw new AppError('NOT_FOUND');
  answer.stored(turn.content);
  const speech = new Speech(turn.spoken, turn.content);
  const request = buildRequest(turn);
  const written = await answers.writeText(host, {
    answer,
    begin: async (tx) => (await answers.rows.append(tx, answer, '')).length > 0,
    events: (signal) => spoken(host.models.stream({ ...request, signal }), speech, turn),
  });
  if (!written) return false;
  const { finish, ...end } = written;
  // A sentence less than the model had room for is no failure here.
  const isCut = end.errorCode === 'MODEL_LENGTH_LIMIT';
  const ended = isCut ? ({ status: 'complete', errorCode: null } as const) : end;
  await host.asUser(async (tx) => {
    await answers.rows.end(tx, answer, ended, { choices: speech.choices ?? [] });
    await releaseCall(tx, answer.id);
    // Tokens were spent, whoever ended the turn.
    if (finish) await recordUsage(tx, { ...usageOf(host, answer.id), finish });
  });
  return true;
}

const usageOf = (host: TurnHost, answerId: string) => ({
  userId: host.user.id,
  app: 'grace',
  purpose: 'companion',
  resourceType: 'turn',
  resourceId: answerId,
});

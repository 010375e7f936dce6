import type { SignedInContext } from '@commons/api';
import { and, count, desc, eq, isNotNull } from 'drizzle-orm';
import { options } from '../../db/schema/options.ts';
import { outcomes } from '../../db/schema/outcomes.ts';
import { seats } from '../../db/schema/seats.ts';
import { votes } from '../../db/schema/votes.ts';
import { calibrationOf, type Forecast } from '../../debate/calibration.ts';
import { voteForecast } from '../../debate/vote-forecast.ts';
import type { Calibration } from './schemas.ts';

const owner = 'owner';

/** How good the forecasts of the person, the panel and each persona were, out of what has been reviewed. */
export async function readCalibration(ctx: SignedInContext): Promise<Calibration> {
  const { own, ballots } = await readForecasts(ctx);
  const { panel, personas } = calibrationOf(ballots.map(({ forecast }) => forecast));
  const nameOf = new Map(ballots.map(({ forecast, name }) => [forecast.personaCode, name]));
  return {
    owner: calibrationOf(own).panel,
    panel,
    personas: Object.entries(personas)
      .map(([code, score]) => ({ code, name: nameOf.get(code) ?? code, ...score }))
      .toSorted((left, right) => right.n - left.n || left.name.localeCompare(right.name)),
  };
}

/** What each made likely for the option that was decided on. Who abstained has said nothing. */
function readForecasts({ asUser, user }: SignedInContext) {
  const reviewed = and(eq(outcomes.userId, user.id), isNotNull(outcomes.resolvedAt));
  return asUser(async (tx) => {
    const decided = await tx
      .select({
        decisionId: outcomes.sessionId,
        optionId: outcomes.optionId,
        probability: outcomes.probability,
        hasHappened: outcomes.hasHappened,
        choices: count(options.id),
      })
      .from(outcomes)
      .innerJoin(options, and(eq(options.sessionId, outcomes.sessionId), eq(options.userId, outcomes.userId)))
      .where(reviewed)
      .groupBy(outcomes.id);
    const cast = await tx
      .select({
        decisionId: votes.sessionId,
        choice: votes.optionId,
        confidence: votes.confidence,
        personaCode: seats.personaCode,
        name: seats.name,
      })
      .from(votes)
      .innerJoin(seats, and(eq(seats.id, votes.seatId), eq(seats.userId, votes.userId)))
      .innerJoin(outcomes, and(eq(outcomes.sessionId, votes.sessionId), eq(outcomes.userId, votes.userId)))
      .where(and(reviewed, isNotNull(votes.optionId), isNotNull(votes.confidence)))
      .orderBy(desc(votes.id));
    const own: Forecast[] = decided.map(({ decisionId, probability, hasHappened }) => ({
      decisionId,
      personaCode: owner,
      probability: Number(probability),
      hasHappened: hasHappened === true,
    }));
    const ballots = cast.flatMap(({ decisionId, choice, confidence, personaCode, name }) => {
      const decision = decided.find((one) => one.decisionId === decisionId);
      if (!decision || choice === null) return [];
      const ballot = { optionId: choice, confidence: Number(confidence) };
      const probability = voteForecast(ballot, decision.optionId, decision.choices);
      const hasHappened = decision.hasHappened === true;
      return [{ name, forecast: { decisionId, personaCode, probability, hasHappened } }];
    });
    return { own, ballots };
  });
}

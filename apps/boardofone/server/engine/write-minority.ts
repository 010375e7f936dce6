import type { Tx } from '@commons/shared-db';
import { minorityReport } from '../../ballots/minority-report.ts';
import type { MinorityPosition } from '../../deliberation/memo.ts';
import type { LockedSession } from './lock-session.ts';
import { readBallots } from './read-ballots.ts';
import { readMaterial } from './read-material.ts';
import { readContributions } from './read-table.ts';

/** Every position that lost and had somebody behind it, in its own words. */
export async function writeMinority(tx: Tx, session: LockedSession): Promise<MinorityPosition[]> {
  const { options } = await readMaterial(tx, session, 0);
  const ballots = await readBallots(tx, session);
  const said = (await readContributions(tx, session)).filter(({ isAbstention }) => !isAbstention);
  return minorityReport(
    ballots.map(({ ballot }) => ballot),
    options,
    session.outcome?.kind === 'decided' ? session.outcome.optionId : null,
    said.map(({ id, seatId, roundNumber, optionId, content, statements, isNovel, dealbreaker }) => ({
      contributionId: id,
      seatId,
      round: roundNumber,
      optionId,
      text: content,
      facts: statements.filter(({ label }) => label === 'FACT').length,
      isNovel,
      dealbreaker,
    })),
  );
}

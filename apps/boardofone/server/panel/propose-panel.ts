import type { Tx } from '@commons/shared-db';
import { catalogue } from '../../personas/catalogue.ts';
import { choosePanel } from '../../personas/choose-panel.ts';
import { templatePanel } from '../../templates/template-panel.ts';
import { templates } from '../../templates/templates.ts';
import type { Mover } from '../engine/advance.ts';
import type { LockedSession } from '../engine/lock-session.ts';
import { readMaterial } from '../engine/read-material.ts';
import { record } from '../log/record.ts';
import { seatEvent } from './seat-event.ts';
import { seatPanel } from './seat-panel.ts';

/** Seats those whom the problem, or the template that it began with, calls for, for its owner to change. */
export async function proposePanel(tx: Tx, mover: Mover, session: LockedSession): Promise<void> {
  const { problem, context, options } = await readMaterial(tx, session, 0);
  const chosen = choosePanel({
    problem,
    context,
    options: options.map(({ label }) => label),
    size: session.seatsWanted,
    seed: String(session.seed),
  });
  const template = templates.find(({ id }) => id === session.template);
  const seats = template ? templatePanel(template, chosen, catalogue) : chosen;
  const seated = await seatPanel(
    tx,
    session,
    seats.map(({ code, reason, weight }) => ({ code, reason, weight, model: null })),
  );
  await record(tx, session, mover.now(), {
    type: 'panel_proposed',
    data: { seats: seated.map(seatEvent) },
  });
}

import { sessions } from '../../db/schema/sessions.ts';

export const sessionColumns = {
  id: sessions.id,
  title: sessions.title,
  startedAt: sessions.startedAt,
  endedAt: sessions.endedAt,
};

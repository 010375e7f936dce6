import { describe, expect, it } from 'vitest';
import { may } from './may.ts';
import { type CareLevel, type CareScope, careLevels } from './schemas.ts';

const mayDo = (level: CareLevel, scopes: CareScope[]) => {
  const granted = { rights: { level, scopes } };
  return careLevels.filter((needed) => may(granted, 'notes', needed));
};

describe('a grant', () => {
  it.each<[CareLevel, CareLevel[]]>([
    ['view', ['view']],
    ['log', ['view', 'log']],
    ['manage', ['view', 'log', 'manage']],
  ])('of the level %s lets its caregiver %j', (level, allowed) => {
    expect(mayDo(level, ['medications', 'notes'])).toEqual(allowed);
  });

  it('lets nobody do anything outside its scopes, whatever the level', () => {
    expect(mayDo('manage', ['medications', 'chat_summaries', 'chat_transcripts', 'emergency_card'])).toEqual(
      [],
    );
  });
});

import { absentVoice } from './catalogue/absent-voice.ts';
import { baseRateKeeper } from './catalogue/base-rate-keeper.ts';
import { bodyKeeper } from './catalogue/body-keeper.ts';
import { buyerTester } from './catalogue/buyer-tester.ts';
import { carePlanner } from './catalogue/care-planner.ts';
import { careerCartographer } from './catalogue/career-cartographer.ts';
import { cashGuardian } from './catalogue/cash-guardian.ts';
import { churnedCustomer } from './catalogue/churned-customer.ts';
import { competitorVoice } from './catalogue/competitor-voice.ts';
import { constraintFinder } from './catalogue/constraint-finder.ts';
import { contractReader } from './catalogue/contract-reader.ts';
import { costOfDelayPlanner } from './catalogue/cost-of-delay-planner.ts';
import { decisionAnalyst } from './catalogue/decision-analyst.ts';
import { delphiModerator } from './catalogue/delphi-moderator.ts';
import { ethicist } from './catalogue/ethicist.ts';
import { experimentalist } from './catalogue/experimentalist.ts';
import { familyMediator } from './catalogue/family-mediator.ts';
import { firstPrinciplesBuilder } from './catalogue/first-principles-builder.ts';
import { fiveWhysEngineer } from './catalogue/five-whys-engineer.ts';
import { futureSelf } from './catalogue/future-self.ts';
import { growthHacker } from './catalogue/growth-hacker.ts';
import { hiringSceptic } from './catalogue/hiring-sceptic.ts';
import { honestFriend } from './catalogue/honest-friend.ts';
import { householdTreasurer } from './catalogue/household-treasurer.ts';
import { integrityAuditor } from './catalogue/integrity-auditor.ts';
import { inverter } from './catalogue/inverter.ts';
import { jobsInterviewer } from './catalogue/jobs-interviewer.ts';
import { maintainer } from './catalogue/maintainer.ts';
import { negotiator } from './catalogue/negotiator.ts';
import { optionsKeeper } from './catalogue/options-keeper.ts';
import { peoplePartner } from './catalogue/people-partner.ts';
import { placeScout } from './catalogue/place-scout.ts';
import { preMortemHost } from './catalogue/pre-mortem-host.ts';
import { priceSetter } from './catalogue/price-setter.ts';
import { privacyAdvocate } from './catalogue/privacy-advocate.ts';
import { redTeamer } from './catalogue/red-teamer.ts';
import { regulator } from './catalogue/regulator.ts';
import { reputationWatch } from './catalogue/reputation-watch.ts';
import { scenarioPlanner } from './catalogue/scenario-planner.ts';
import { statusQuoAdvocate } from './catalogue/status-quo-advocate.ts';
import { storyBackwards } from './catalogue/story-backwards.ts';
import { subtractionEditor } from './catalogue/subtraction-editor.ts';
import { supportLead } from './catalogue/support-lead.ts';
import { unitEconomist } from './catalogue/unit-economist.ts';
import { valuesCompanion } from './catalogue/values-companion.ts';
import type { Persona } from './persona.ts';

/** Everybody who can be asked onto a panel, by code. */
export const catalogue: readonly Persona[] = [
  absentVoice,
  baseRateKeeper,
  bodyKeeper,
  buyerTester,
  carePlanner,
  careerCartographer,
  cashGuardian,
  churnedCustomer,
  competitorVoice,
  constraintFinder,
  contractReader,
  costOfDelayPlanner,
  decisionAnalyst,
  delphiModerator,
  ethicist,
  experimentalist,
  familyMediator,
  firstPrinciplesBuilder,
  fiveWhysEngineer,
  futureSelf,
  growthHacker,
  hiringSceptic,
  honestFriend,
  householdTreasurer,
  integrityAuditor,
  inverter,
  jobsInterviewer,
  maintainer,
  negotiator,
  optionsKeeper,
  peoplePartner,
  placeScout,
  preMortemHost,
  priceSetter,
  privacyAdvocate,
  redTeamer,
  regulator,
  reputationWatch,
  scenarioPlanner,
  statusQuoAdvocate,
  storyBackwards,
  subtractionEditor,
  supportLead,
  unitEconomist,
  valuesCompanion,
];

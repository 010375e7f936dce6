/** What somebody gave for the chance of an event of a decision that has been reviewed. */
export interface Forecast {
  decisionId: string;
  personaCode: string;
  /** From 0 to 1. */
  probability: number;
  hasHappened: boolean;
}

/** A mean Brier score: 0 is perfect, 0.25 is what always saying one half gets, 1 is always wrong. */
export interface Calibration {
  /** Null before there are enough decisions to mean anything. */
  brier: number | null;
  /** Decisions that have been reviewed. */
  n: number;
}

/** Decisions that it takes. */
const calibrationMin = 10;

/** How good the forecasts of each persona were, and the mean of the panel; out of outcomes only. */
export function calibrationOf(forecasts: readonly Forecast[]): {
  panel: Calibration;
  personas: Record<string, Calibration>;
} {
  const byPersona = Object.entries(groupBy(forecasts, ({ personaCode }) => personaCode));
  return {
    panel: calibration(forecasts),
    personas: Object.fromEntries(byPersona.map(([code, own]) => [code, calibration(own)])),
  };
}

/** Of several forecasts for one decision the mean counts, so that every decision counts once. */
function calibration(forecasts: readonly Forecast[]): Calibration {
  const decisions = Object.values(groupBy(forecasts, ({ decisionId }) => decisionId));
  const scores = decisions.map((own) => {
    const forecast = mean(own.map(({ probability }) => probability));
    return (forecast - Number(own[0]?.hasHappened ?? false)) ** 2;
  });
  return { brier: scores.length < calibrationMin ? null : mean(scores), n: scores.length };
}

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Record<string, T[]> =>
  Object.fromEntries(Map.groupBy(items, keyOf));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** A ballot that says something about every option: the one it is for, and how sure it is. */
interface SureBallot {
  optionId: string;
  /** From 0 to 1. */
  confidence: number;
}

/**
 * How likely a ballot makes it that an option is the right one: its confidence for the option it is for, and an equal share of the
 * rest for every other.
 */
export function voteForecast(ballot: SureBallot, optionId: string, options: number): number {
  if (ballot.optionId === optionId) return ballot.confidence;
  return options > 1 ? (1 - ballot.confidence) / (options - 1) : 0;
}

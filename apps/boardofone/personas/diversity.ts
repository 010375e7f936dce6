interface Traits {
  businessFunction: string;
  temperament: string;
  method: string;
}

export interface Diversity {
  /** 0 when all are alike, 1 when no two share a function, a temperament or a method: the mean of the three. */
  score: number;
  seats: number;
  functions: number;
  temperaments: number;
  methods: number;
}

/** How far a panel is spread, and what that consists of: how many different ones it has of each. */
export function diversityOf(panel: readonly Traits[]): Diversity {
  const seats = panel.length;
  const functions = distinct(panel.map(({ businessFunction }) => businessFunction));
  const temperaments = distinct(panel.map(({ temperament }) => temperament));
  const methods = distinct(panel.map(({ method }) => method));
  const spread = functions + temperaments + methods - 3;
  const score = seats > 1 ? Math.round((100 * spread) / (3 * (seats - 1))) / 100 : 0;
  return { score, seats, functions, temperaments, methods };
}

const distinct = (values: readonly string[]) => new Set(values).size;

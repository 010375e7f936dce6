/** A question that can be answered by choosing. */
export interface TopicQuestion {
  text: string;
  choices: [string, string];
}

/** What every worker offers so that the page notices its death. */
export interface Lifeline {
  /** Answers as soon as the worker gets to its messages. */
  ping(): void;
}

/** Chosen by the page, one for each run ever opened; what an older run still sends is dropped. */
export type RunId = number;

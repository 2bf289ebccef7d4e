/** How Python's worker is asked to start: by words in its name, so that it need not wait for a message. */

/** Start the complete Python: the quick one could not do what it was asked. */
export const COMPLETE = "complete";
/** An earlier start failed: believe nothing that the browser kept of it. */
export const AGAIN = "again";

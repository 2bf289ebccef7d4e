/** What the build puts into the worker's script, see site_build/scripts.py. */
declare const RUNTIME: import("./runtime-files.js").Runtime;

/** The worker that early-start.js started. */
declare var earlyPython: { worker: Worker; missed: Event[] } | undefined;
